import { glance } from "#debate/rules/lookalikes.ts";
import { cleanText, showsSomething } from "#debate/rules/text.ts";

export const NAME_LENGTH = 40;

/** [J4] Cleans a typed name to one line of text; null if nothing in it is visible. */
export function readName(typed: string): string | null {
  const name = oneLine(cleanText(typed));
  return showsSomething(name) ? name : null;
}

export const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** [J6] Reserved names: those for the reader and for the teacher, in every language. */
const TAKEN = new Set(
  "you host instructor teacher professor moderator admin あなた 自分 先生 せんせい 教員 教師 教授 進行役 司会 管理者"
    .split(" ")
    .map(glance),
);

/** [J5] [J6] The name for the n-th person to choose it: `Ada`, `Ada (2)`, `Ada (3)`. */
export function nameAt(chosen: string, attempt: number): string {
  const place = TAKEN.has(glance(chosen)) ? attempt + 1 : attempt;
  return place === 1 ? chosen : `${chosen} (${place})`;
}
