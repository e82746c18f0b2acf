/** A stretch of a text, in characters. */
export type Stretch = { start: number; end: number };

/** A text without the layout that a reader drops, and where each of its characters stood. */
export type Searchable = { plain: string; at: Int32Array };

export function searchable(text: string): Searchable {
  const at = new Int32Array(text.length);
  const parts: string[] = [];
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (/\s/.test(character)) continue;
    at[length] = index;
    length += 1;
    parts.push(character);
  }
  return { plain: parts.join(""), at };
}

const WITHOUT_SPACE = /\s+/g;
/** Enough to tell one paragraph from another. */
const BEGINNING = 40;

/** Where words stand in the text, line breaks and spaces aside; by their beginning if they were changed since. */
export function locate({ plain, at }: Searchable, words: string): Stretch | null {
  const wanted = words.replace(WITHOUT_SPACE, "");
  if (wanted === "") return null;
  const whole = plain.indexOf(wanted);
  const start = whole === -1 ? plain.indexOf(wanted.slice(0, BEGINNING)) : whole;
  if (start === -1) return null;
  const length = whole === -1 ? Math.min(BEGINNING, wanted.length) : wanted.length;
  const first = at[start];
  const last = at[start + length - 1];
  return first === undefined || last === undefined ? null : { start: first, end: last + 1 };
}
