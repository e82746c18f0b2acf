import { HIGHEST_LEVEL } from "#debate/rules/mark-limits.ts";

/** [Q27] What keys do on the page of one student. */
export type MarkingKey =
  | { what: "level"; level: number }
  | { what: "clear" | "next" | "previous" | "up" | "down" | "keys" };

type Press = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "repeat" | "isComposing"
>;

const ALONE: Readonly<Record<string, Exclude<MarkingKey["what"], "level">>> = {
  Backspace: "clear",
  Delete: "clear",
  ArrowUp: "up",
  ArrowDown: "down",
  Enter: "next",
  "?": "keys",
};

/** `isTyping`: in the comment, where digits, arrows and Enter are text. */
export function markingKeyOf(press: Press, isTyping: boolean): MarkingKey | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing } = press;
  if (isComposing || altKey) return null;
  if (key === "Enter" && (ctrlKey || metaKey) && !repeat) return { what: shiftKey ? "previous" : "next" };
  if (ctrlKey || metaKey || repeat) return null;
  if (key === "PageDown" && !shiftKey) return { what: "next" };
  if (key === "PageUp" && !shiftKey) return { what: "previous" };
  if (isTyping) return null;
  // Japanese keyboards may send full-width digits.
  const level = /^[0-9]$/u.test(key.normalize("NFKC")) ? Number(key.normalize("NFKC")) : -1;
  if (level >= 0 && level <= HIGHEST_LEVEL) return { what: "level", level };
  const what = ALONE[key];
  return what && (!shiftKey || key === "?") ? { what } : null;
}
