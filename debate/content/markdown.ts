import { DEBATE_LIMITS } from "#debate/content/debate-limits.ts";
import type { Mark } from "#debate/content/marks.ts";
import { between } from "#debate/content/newsletter-japanese.ts";
import { plainAddress, webAddress } from "#debate/rules/links.ts";
import { cleanText } from "#debate/rules/text.ts";

/** What people read of a paragraph, and how it looks. */
export type PlainText = { text: string; marks: Mark[] };

/**
 * [D24] Reads a paragraph of Markdown: emphasis, links, lists and quotations, and nothing else. Whatever is no Markdown stands as
 * it was written. In the plain text a new line begins only with a list's entry, a quotation, or what follows one.
 */
export function readMarkdown(source: string): PlainText {
  let text = "";
  const marks: Mark[] = [];
  for (const { as, bullet, words } of blocksOf(source)) {
    if (text !== "") text += "\n";
    const from = text.length;
    text += bullet;
    const inline = readInline(words);
    for (const mark of inline.marks)
      marks.push({ ...mark, from: mark.from + text.length, to: mark.to + text.length });
    text += inline.text;
    if (as) marks.push({ as, from, to: text.length });
  }
  const clean = cleanText(text).trim();
  if (clean === "") return { text: source.trim(), marks: [] };
  // Without signs between them, characters can join: then the places are not theirs any more.
  return { text: clean, marks: clean === text ? marks : [] };
}

type Block = { as?: "item" | "quote"; bullet: string; words: string };

const LINE = /^(?<quote>>[ \t]?)?(?:(?<bullet>[-*+•])[ \t]+|(?<number>\d{1,3})[.)][ \t]+)?(?<words>.*)$/u;

function blocksOf(source: string): Block[] {
  const blocks: Block[] = [];
  let isApart = true;
  for (const line of source.split("\n")) {
    const { quote, bullet, number, words = "" } = LINE.exec(line.replace(/\s+/gu, " ").trim())?.groups ?? {};
    const as = quote !== undefined ? "quote" : (bullet ?? number) !== undefined ? "item" : undefined;
    const sign = bullet !== undefined ? "• " : number !== undefined ? `${number}. ` : "";
    const last = blocks.at(-1);
    if (words.trim() === "") isApart = true;
    else if (last && !isApart && sign === "" && continues(last, as, line))
      last.words += between(last.words, words) + words;
    else {
      blocks.push({ ...(as && { as }), bullet: sign, words });
      isApart = false;
    }
  }
  return blocks;
}

/** A line goes on with what it looks like; an entry of a list goes on where a line is indented. */
const continues = (last: Block, as: Block["as"], line: string) =>
  last.as === as ? as !== "item" : last.as === "item" && as === undefined && /^\s{2}/.test(line);

const LINK_END =
  /\]\([ \t]*<?(https?:\/\/[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?:[ \t]+"[^"]*")?[ \t]*\)/iuy;
/** Parsing time grows with the square of a host's length [W1]. */
const SHORT_HOST = /^https?:\/\/[^/?#\\]{1,300}(?:[/?#\\]|$)/iu;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const isSpace = (character: string) => character.trim() === "";
const isLetter = (character: string) => /[\p{L}\p{N}]/u.test(character);

/** A row of signs that nothing has ended yet: where it begins, and how many of them are left. */
type Delimiter = { at: number; left: number };

/**
 * A line without its signs, and what they marked. It notes which characters of the source are signs, and which pieces they mark. Pieces may overlap, so that no order of signs is
 * wrong. Linear in the length but for links.
 */
export function readInline(source: string): PlainText {
  const isSign = new Uint8Array(source.length);
  const found: Mark[] = [];
  const open: Record<string, Delimiter[]> = { "*": [], _: [] };
  const brackets: number[] = [];
  const hide = (from: number, to: number) => isSign.fill(1, from, to);
  let at = 0;
  while (at < source.length) {
    const character = source.charAt(at);
    const next = source.charAt(at + 1);
    if (character === "\\" && PUNCTUATION.test(next)) {
      hide(at, at + 1);
      at += 2;
    } else if (character === "*" || character === "_") {
      at = emphasis(source, at, open[character] ?? [], found, hide);
    } else if (character === "[") {
      brackets.push(at);
      at += 1;
    } else if (character === "]") {
      at = link(source, at, brackets.pop(), found, hide);
    } else at += 1;
  }
  return withoutSigns(source, isSign, found);
}

type Hide = (from: number, to: number) => void;

/** A row of asterisks or low lines at `at`: ends what others began, and else begins something. Returns where the row ends. */
function emphasis(source: string, at: number, open: Delimiter[], found: Mark[], hide: Hide): number {
  const sign = source.charAt(at);
  let end = at;
  while (source.charAt(end) === sign) end += 1;
  const [before, after] = [source.charAt(at - 1), source.charAt(end)];
  const isInWord = sign === "_" && isLetter(before) && isLetter(after);
  let left = end - at;
  if (!isSpace(before) && !isInWord) {
    let start = open.at(-1);
    while (start && left > 0) {
      const count = Math.min(left, start.left, 2);
      const from = start.at + start.left;
      found.push({ as: count === 2 ? "strong" : "em", from, to: end - left });
      hide(from - count, from);
      hide(end - left, end - left + count);
      left -= count;
      start.left -= count;
      if (start.left === 0) open.pop();
      start = open.at(-1);
    }
  }
  if (left > 0 && !isSpace(after) && !isInWord) open.push({ at: end - left, left });
  return end;
}

/** "](https://...)" at `at`, with what stands between `start` and there. Of a picture only its words stay. */
function link(source: string, at: number, start: number | undefined, found: Mark[], hide: Hide): number {
  LINK_END.lastIndex = at;
  const end = start === undefined || start + 1 === at ? null : LINK_END.exec(source);
  const address = end?.[1] ?? "";
  const isShort = address.length <= DEBATE_LIMITS.url && SHORT_HOST.test(address);
  if (!end || start === undefined || !isShort || !webAddress(address)) return at + 1;
  const isPicture = source.charAt(start - 1) === "!";
  hide(isPicture ? start - 1 : start, start + 1);
  hide(at, at + end[0].length);
  if (!isPicture) found.push({ as: "link", from: start + 1, to: at, href: plainAddress(address) });
  return at + end[0].length;
}

function withoutSigns(source: string, isSign: Uint8Array, found: readonly Mark[]): PlainText {
  const places = new Uint32Array(source.length + 1);
  let text = "";
  for (let at = 0; at < source.length; at += 1) {
    places[at] = text.length;
    if (!isSign[at]) text += source.charAt(at);
  }
  places[source.length] = text.length;
  const place = (at: number) => places[at] ?? 0;
  const marks = found
    .map((mark) => ({ ...mark, from: place(mark.from), to: place(mark.to) }))
    .filter(({ from, to }) => from < to);
  return { text, marks };
}

const escaped = (text: string) => text.replace(/[\\*_[]/g, "\\$&");
const escapedStarts = (lines: string) =>
  lines.replace(/^(\s*)([>+-])/gmu, "$1\\$2").replace(/^(\s*\d{1,3})([.)])(?=\s)/gmu, "$1\\$2");

/** Words that look the same. */
export type Run = { text: string; em?: boolean; strong?: boolean; href?: string | undefined };

/** [D23] A line of Markdown from words and how they look. */
export function markdownOf(runs: readonly Run[]): string {
  const signed = ({ text, em = false, strong = false, href }: Run) => {
    const words = text.trim();
    if (words === "") return text;
    const sign = (strong ? "**" : "") + (em ? "*" : "");
    const linked = href === undefined ? escaped(words) : `[${escaped(words)}](${href})`;
    // Signs stand right at the words that they are about.
    return text.replace(words, () => sign + linked + [...sign].reverse().join(""));
  };
  return escapedStarts(runs.map(signed).join(""));
}

/** [D24] Plain text as Markdown that reads as the same text again, but for blank lines, which it has no place for. */
export const asMarkdown = (text: string): string => escapedStarts(escaped(text)).replace(/\n+/gu, "\n\n");
