import { withoutReadings } from "#debate/content/readings.ts";

/** Katakana that have a Hiragana, 96 code points before them. */
const KATAKANA = /[ァ-ヶ]/gu;
const ACCENTS = /[\u0300-\u036f]/gu;
/** Words of one search; more are left out. */
const MOST_WORDS = 8;
const LONGEST_QUERY = 200;

/** [D14] Text as searches compare it: width, case, accents and the two kinds of Kana don't matter, and readings are left out. */
export function searchable(text: string): string {
  return withoutReadings(text)
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - 96));
}

/** The words of a search, each once. A debate is found if it has all of them. */
export function wordsOf(query: string): string[] {
  const words = searchable(query.slice(0, LONGEST_QUERY)).split(/\s+/u);
  return [...new Set(words)].filter((word) => word !== "").slice(0, MOST_WORDS);
}

/** A title as it is compared with others: also without spaces, quotation marks and full stops around it. */
export function titleKey(title: string): string {
  return searchable(title)
    .replace(/\s+/gu, " ")
    .replace(/^[\s"“”'.?!]+|[\s"“”'.?!]+$/gu, "");
}

/** What stands behind the numbering in "Vol. 2, Issue 2: A Title". */
const NUMBERED = /^[^:：]*\d[^:：]*[:：]\s*(.+)$/su;

/** The keys that a related resolution can have as a debate's title: with its numbering and without. */
export function relatedKeys(label: string): string[] {
  const title = NUMBERED.exec(label.trim())?.[1];
  return [label, title ?? ""].map(titleKey).filter((key) => key !== "");
}
