import { hasModifier } from "#app/shared/shortcuts.ts";

/** [P9] What single keys do in the control room. Clickers send PageDown, PageUp and a full stop. */
export const SHORTCUTS = {
  next: ["n", "ArrowRight", "PageDown"],
  back: ["PageUp"],
  blank: ["b", "."],
} as const;
export type Shortcut = keyof typeof SHORTCUTS;

type Press = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "repeat" | "isComposing" | "defaultPrevented"
>;

/** What a press asks for; nothing where it repeats, has modifiers, composes a character, or was used by something else. */
export function shortcutOf(press: Press): Shortcut | null {
  if (hasModifier(press)) return null;
  if (press.repeat || press.isComposing || press.defaultPrevented) return null;
  // With Caps Lock a letter is a capital.
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const found = Object.entries(SHORTCUTS).find(([, keys]) => (keys as readonly string[]).includes(key));
  return found ? (found[0] as Shortcut) : null;
}

/** As `aria-keyshortcuts` has them. */
export function keysOf(shortcut: Shortcut): string {
  return SHORTCUTS[shortcut].join(" ");
}
