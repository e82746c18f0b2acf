import { syllable } from "syllable";
import type { Debate } from "#debate/content/debate.ts";
import { sentencesOf } from "#debate/content/sentences.ts";

/** What a reader is given on one side. `words`: in Japanese, characters. */
export type Measured = { words: number; age: number; reasons: number; facts: number };

/** How far both sides may differ: words by a share, reading age in years. [D42] */
const APART = { words: 0.05, age: 1 };
/** How long a side of a debate without an expert is. */
const LENGTHS = { en: [450, 700], ja: [1_000, 1_700] } as const;
/** The highest reading age of debates for ages 11 to 14, and 15 to 18. */
const OLDEST: Partial<Record<NonNullable<Debate["level"]>, number>> = { easy: 14, middle: 17.5 };

/** Both sides by the same measure, For first. */
export function measure({ lang, positions }: Pick<Debate, "lang" | "positions">): [Measured, Measured] {
  const [first, second] = positions.map(({ paragraphs }) => {
    const texts = paragraphs.map(({ text }) => text);
    const sentences = texts.flatMap(sentencesOf);
    const isJapanese = lang === "ja";
    return {
      words: isJapanese ? lettersIn(texts.join("")).length : wordsIn(texts.join(" ")).length,
      age: isJapanese ? ageInJapanese(sentences) : ageInEnglish(sentences),
      reasons: texts.length,
      facts: sentences.filter((sentence) => /\d/u.test(sentence)).length,
    };
  });
  return [first, second] as [Measured, Measured];
}

/** [D42] In what a debate's sides differ, or are too long, short or hard. */
export function faultsOf(debate: Pick<Debate, "lang" | "positions" | "level">): string[] {
  const sides = measure(debate);
  // Real experts have as much to say as they have.
  if (debate.positions.some(({ expert }) => expert.role !== "")) return [];
  const [one, other] = sides;
  const faults: string[] = [];
  const longest = Math.max(one.words, other.words);
  if (Math.abs(one.words - other.words) > APART.words * longest)
    faults.push(`words: ${one.words} and ${other.words}`);
  if (Math.abs(one.age - other.age) > APART.age)
    faults.push(`reading age: ${one.age.toFixed(1)} and ${other.age.toFixed(1)}`);
  if (one.reasons !== other.reasons) faults.push(`reasons: ${one.reasons} and ${other.reasons}`);
  if (one.facts !== other.facts) faults.push(`facts: ${one.facts} and ${other.facts}`);
  const [least, most] = LENGTHS[debate.lang === "ja" ? "ja" : "en"];
  for (const { words, age } of sides) {
    if (words < least || words > most) faults.push(`length: ${words}, not ${least} to ${most}`);
    const oldest = OLDEST[debate.level ?? "advanced"];
    if (oldest !== undefined && age > oldest) faults.push(`reading age: ${age.toFixed(1)}, over ${oldest}`);
  }
  return faults;
}

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+(?:[’'.,:-][\p{L}\p{N}]+)*/gu) ?? [];
const lettersIn = (text: string) => text.match(/[\p{L}\p{N}]/gu) ?? [];

/** Flesch and Kincaid's grade (Kincaid and others 1975) and five years; figures are read as one syllable each. */
function ageInEnglish(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsIn);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59 + 5;
}

/**
 * Tateishi, Ono and Yamada's readability (1988), 50 on average with 10 as its standard deviation, as years: harder texts have a
 * lower one, and 50 is read at about 15.
 */
function ageInJapanese(sentences: readonly string[]): number {
  const text = sentences.join("");
  const runs = (letters: RegExp) => text.match(letters) ?? [];
  const mean = (found: readonly string[]) =>
    found.length === 0 ? 0 : found.reduce((sum, run) => sum + run.length, 0) / found.length;
  const commas = runs(/、/gu).length / sentences.length;
  const score =
    -0.12 * (text.length / sentences.length) -
    1.37 * mean(runs(/[A-Za-z]+/gu)) +
    7.4 * mean(runs(/\p{Script=Hiragana}+/gu)) -
    23.18 * mean(runs(/\p{Script=Han}+/gu)) -
    5.4 * mean(runs(/[\p{Script=Katakana}ー]+/gu)) -
    4.67 * commas +
    115.79;
  return 15 + (50 - score) / 5;
}
