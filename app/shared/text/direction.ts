/** Hebrew, Arabic and their relatives. */
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/**
 * [E12] The direction of a text, by its first letter, as `dir="auto"` finds it: for what stands around the text and
 * follows it, such as its number or its border.
 */
export function directionOf(text: string): "ltr" | "rtl" {
  return FROM_RIGHT.test(/\p{L}/u.exec(text)?.[0] ?? "") ? "rtl" : "ltr";
}
