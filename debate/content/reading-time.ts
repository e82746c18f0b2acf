/** Languages written without spaces between words. */
const WITHOUT_SPACES = new Set(["ja", "zh", "th"]);
const WORDS_A_MINUTE = 220;
const CHARACTERS_A_MINUTE = 450;

export type Length = { unit: "words" | "characters"; count: number; minutes: number };

/** [E9] How long some paragraphs are, in words, or in characters where those have no spaces between them, and how long they take to read. */
export function lengthOf(paragraphs: readonly { text: string }[], lang = ""): Length {
  const unit = WITHOUT_SPACES.has(lang.split("-")[0] ?? "") ? "characters" : "words";
  const counted = unit === "characters" ? /\S/gu : /\S+/gu;
  const count = paragraphs.reduce((sum, { text }) => sum + (text.match(counted)?.length ?? 0), 0);
  const speed = unit === "characters" ? CHARACTERS_A_MINUTE : WORDS_A_MINUTE;
  return { unit, count, minutes: Math.max(1, Math.round(count / speed)) };
}
