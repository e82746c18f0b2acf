import type { SentencePlace } from "#debate/content/sentence-places.ts";
import type { Side } from "#debate/rules/choices.ts";

const ENDS = new Set([".", "?", "!", "…", "。", "！", "？"]);
const WIDE_ENDS = new Set(["。", "！", "？"]);
const CLOSERS = new Set(["”", "’", '"', "'", "»", ")", "]", "」", "』", "）", "】", "〉", "》"]);

const words = (list: string) => new Set(list.split(" "));
/** Never at the end of a sentence. */
const TITLES = words(
  "mr mrs ms mx dr prof st mt gen col lt sgt capt adm amb gov sen rep rev hon vs cf eg ie",
);
/** An abbreviation only before a number: "No. 5", "Sept. 5". */
const BEFORE_NUMBERS = words(
  "no nos vol p pp fig art sec ch ca approx jan feb mar apr jun jul aug sep sept oct nov dec",
);
/** May end a sentence, like initials and "U.S.". */
const EITHER = words("etc inc ltd co corp jr sr al dept est bros");
/** After an abbreviation, these capitalized words begin a sentence. */
const STARTERS = words(
  "a an the this that these those it its he his she her they their we our you but and or yet so in on at by for from to with as if when while although though since because after before however moreover there here what who why how nor not no instead still today",
);

/** After a quotation or a question, these continue a Japanese sentence: "「行く。」と言った". */
const PARTICLES = /^(?:[とはをがのにへもで]|から|まで|より|など|なんて|という|って)/u;
/** Words that begin a sentence, although they begin like a particle. */
const JAPANESE_STARTERS =
  /^(?:ところ[がで]|とはいえ|とに?かく|とくに|とりわけ|とても|はじめ|はたして|のち|もし|もちろん|もっとも|もはや|もう|でも|では|ですから|だから)/u;

/** [D9] Each entry of a list is a sentence, however it ends. */
const ENTRY = /^(?:• |\d{1,3}\. )/;

/**
 * [D8] Splits a paragraph into sentences, each with the white space after it: joined, they are the same text again.
 * Linear in the length.
 */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    if (text.charAt(at) === "\n" && ENTRY.test(text.slice(at + 1, at + 6)) && at + 1 > start) {
      sentences.push(text.slice(start, at + 1));
      start = at + 1;
    }
    if (!ENDS.has(text.charAt(at))) {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (ENDS.has(text.charAt(end)) || CLOSERS.has(text.charAt(end))) end += 1;
    let next = end;
    while (isSpace(text.charAt(next))) next += 1;
    const apart = next > end || WIDE_ENDS.has(text.charAt(at));
    if (apart && next < text.length && endsSentence(text, start, at, next)) {
      sentences.push(text.slice(start, next));
      start = next;
    }
    at = next;
  }
  if (start < text.length) sentences.push(text.slice(start));
  return sentences;
}

const isSpace = (character: string) => character !== "" && character.trim() === "";

/** [D9] Whether the mark at `at` ends the sentence begun at `start`, when `next` is where the text goes on. */
function endsSentence(text: string, start: number, at: number, next: number): boolean {
  const following = text.slice(next, next + 24).replace(/^[“"‘'«([「『（]+/, "");
  if (/^\p{Ll}/u.test(following)) return false;
  if (goesOnInJapanese(text.slice(next - 1, next), following)) return false;
  if (text.charAt(at) !== ".") return true;

  const before = text.slice(Math.max(start, at - 24), at);
  const word = /[\p{L}\p{N}.]*$/u.exec(before)?.[0] ?? "";
  const plain = word.replaceAll(".", "").toLowerCase();
  if (TITLES.has(plain)) return false;
  if (BEFORE_NUMBERS.has(plain)) return !/^\d/.test(following);
  // The number of a list's entry: "1. Russia ..."
  if (/^\d+$/.test(word)) return text.slice(start, at).trim() !== word;
  const mayGoOn = EITHER.has(plain) || /^\p{L}$/u.test(word) || /^\p{L}{1,3}(?:\.\p{L}{1,2})+$/u.test(word);
  if (!mayGoOn) return true;
  const nextWord = /^[\p{L}\p{N}]+/u.exec(following)?.[0] ?? "";
  return STARTERS.has(nextWord.toLowerCase());
}

/** Whether a sentence goes on after `last`, a closing mark or "？" and "！", which do not end one that a particle continues. */
function goesOnInJapanese(last: string, following: string): boolean {
  if (last === "。" || last.trim() === "") return false;
  return PARTICLES.test(following) && !JAPANESE_STARTERS.test(following);
}

/** The words of a sentence; undefined where these texts have no such sentence. */
export function sentenceAt(
  positions: readonly { side: Side; paragraphs: readonly { n: number; text: string }[] }[],
  { side, n, sentence }: SentencePlace,
): string | undefined {
  const paragraph = positions
    .find((position) => position.side === side)
    ?.paragraphs.find((each) => each.n === n);
  return (paragraph && sentencesOf(paragraph.text)[sentence - 1]?.trim()) || undefined;
}
