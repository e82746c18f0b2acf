import type { Kit } from "#debate/content/kit.ts";
import { RUBY } from "#debate/content/readings.ts";

export type Term = NonNullable<Kit["glossary"]>[number];
/** A term in a text, from `start` to before `end`. */
export type Marked = { term: Term; start: number; end: number };

/**
 * [Y2] The first occurrence of each term of a glossary in a paragraph, in the order of the text. A term within a longer one is not
 * marked there. Words stand alone; scripts without spaces between words have no such edges.
 */
export function termsIn(text: string, glossary: readonly Term[]): Marked[] {
  if (glossary.length === 0) return [];
  const { plain, placeOf } = withoutMarks(text);
  const folded = foldedOf(plain);
  const taken: { start: number; end: number }[] = [];
  const marked: Marked[] = [];
  const longestFirst = [...glossary].sort((one, other) => other.term.length - one.term.length);
  for (const term of longestFirst) {
    const own = occurrences(plain, folded, term.term).filter(
      ({ start, end }) => !taken.some((longer) => start < longer.end && longer.start < end),
    );
    taken.push(...own);
    const [first] = own;
    if (first) marked.push({ term, start: placeOf(first.start).start, end: placeOf(first.end - 1).end });
  }
  return marked.sort((one, other) => one.start - other.start);
}

/** Words with an abbreviation's capitals mean only these: "US" is not "us". */
const hasSmallLetters = (term: string) => term !== term.toUpperCase() || term === term.toLowerCase();
const PLURALS = ["es", "s", ""];

function occurrences(plain: string, folded: string, term: string): { start: number; end: number }[] {
  const isFolded = hasSmallLetters(term);
  const wanted = isFolded ? foldedOf(term) : straight(term);
  const within = isFolded ? folded : straight(plain);
  const endings = /\p{Script=Latin}$/u.test(term) ? PLURALS : [""];
  const found: { start: number; end: number }[] = [];
  for (let start = within.indexOf(wanted); start >= 0; start = within.indexOf(wanted, start + 1)) {
    const ends = endings
      .filter((ending) => within.startsWith(ending, start + wanted.length))
      .map((ending) => start + wanted.length + ending.length);
    const end = ends.find((each) => isEdge(plain, each));
    if (end !== undefined && isEdge(plain, start)) found.push({ start, end });
  }
  return found;
}

const WORD = /[\p{L}\p{M}\p{N}]/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const KATAKANA = /[\p{Script=Katakana}ー]/u;

/** Whether a word may begin or end between two characters. */
function isEdge(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)];
  if (!WORD.test(before) || !WORD.test(after)) return true;
  if (UNSPACED.test(before) || UNSPACED.test(after)) return true;
  return KATAKANA.test(before) !== KATAKANA.test(after);
}

const straight = (text: string) => text.replaceAll("’", "'").replace(/\s/gu, " ");

/** For comparing, as long as the text itself: a few capitals have two small letters. */
function foldedOf(text: string): string {
  const small = straight(text).toLowerCase();
  return small.length === text.length ? small : straight(text);
}

/** [E10] The text without its readings, and where each of its characters stands, together with its reading. */
function withoutMarks(text: string) {
  const pieces: { from: number; at: number; length: number; whole?: { start: number; end: number } }[] = [];
  let plain = "";
  let at = 0;
  const keep = (words: string, from: number, whole?: { start: number; end: number }) => {
    if (words) pieces.push({ from: plain.length, at: from, length: words.length, ...(whole && { whole }) });
    plain += words;
  };
  for (let found = RUBY.exec(text); found; found = RUBY.exec(text.slice(at))) {
    const start = at + found.index;
    const [all, , behindBar, kanji] = found;
    keep(text.slice(at, start), at);
    at = start + all.length;
    keep(behindBar ?? kanji ?? "", start, { start, end: at });
  }
  keep(text.slice(at), at);
  const placeOf = (index: number) => {
    const piece = pieces.find(({ from, length }) => from <= index && index < from + length);
    if (piece?.whole) return piece.whole;
    const start = (piece?.at ?? 0) + index - (piece?.from ?? 0);
    return { start, end: start + 1 };
  };
  return { plain, placeOf };
}
