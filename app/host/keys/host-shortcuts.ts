import { hasModifier, type Shortcut } from "#app/shared/controls/shortcuts.ts";

/** [P9] What single keys do in the control room. Clickers send PageDown, PageUp and a full stop. */
const KEYS = {
  next: ["n", "ArrowRight", "PageDown"],
  back: ["PageUp"],
  blank: ["b", "."],
  help: ["?"],
} as const satisfies Partial<Record<Shortcut, readonly string[]>>;
export type HostShortcut = keyof typeof KEYS;

type Press = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "repeat" | "isComposing" | "defaultPrevented"
>;

/** What a press asks for; nothing where it repeats, has modifiers, composes a character, or was used by something else. */
export function shortcutOf(press: Press): HostShortcut | null {
  const { ctrlKey, metaKey, altKey } = press;
  // A question mark takes Shift on most keyboards.
  if (hasModifier({ ctrlKey, metaKey, altKey, shiftKey: press.shiftKey && press.key !== "?" })) return null;
  if (press.repeat || press.isComposing || press.defaultPrevented) return null;
  // With Caps Lock a letter is a capital.
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const found = Object.entries(KEYS).find(([, keys]) => (keys as readonly string[]).includes(key));
  return found ? (found[0] as HostShortcut) : null;
}

/** As `aria-keyshortcuts` has them. */
export function keysOf(shortcut: HostShortcut): string {
  return KEYS[shortcut].join(" ");
}
