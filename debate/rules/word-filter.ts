import { drawn } from "#debate/rules/lookalikes.ts";

/** Digits and signs read as letters if letters are beside them: 455 people stay 455. */
const FIGURES: Record<string, string> = { 4: "a", "@": "a", 3: "e", "!": "i", 5: "s", $: "s", 7: "t" };
/** Scripts without spaces between words, in which a word is found inside others. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** The longest phrase that is looked for, in words. */
const PHRASE = 4;

/**
 * [W7] Returns a function that tells whether a text contains one of the words: as a whole word, whatever its case,
 * accents and plural, even with lookalike letters, digits for letters, repeated letters, or spaces and signs in
 * between. Words inside others don't count, so that Scunthorpe, Essex and Dickens can be written about.
 */
export function wordFilter(words: Iterable<string>): (text: string) => boolean {
  const inside: string[] = [];
  const whole = new Set<string>();
  for (const word of words)
    if (UNSPACED.test(word)) inside.push(together(word));
    else whole.add(tokensOf(plain(word)).map(asLetters).join(" "));
  const isWord = (token: string) => readings(token).some((reading) => whole.has(reading));

  return (text) => {
    const typed = plain(text);
    const tokens = tokensOf(typed);
    const letters = inside.length > 0 ? together(typed) : "";
    return (
      [...new Set([...tokens, ...spelled(tokens), ...joined(typed)])].some(isWord) ||
      phrases(tokens).some((phrase) => whole.has(phrase)) ||
      inside.some((word) => letters.includes(word))
    );
  };
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f\p{Default_Ignorable_Code_Point}]/gu, "");
}

function tokensOf(typed: string): string[] {
  return typed.split(/[^\p{L}\p{N}]+/u).filter((token) => /\p{L}/u.test(token));
}

/** The parts between spaces, without signs: f.o.o and fo-o are foo. */
function joined(typed: string): string[] {
  return typed.split(/\s+/u).map((piece) => piece.replace(/[^\p{L}\p{N}@$!]|[@!]+$/gu, ""));
}

/** Spelled-out words: f o o. */
function spelled(tokens: string[]): string[] {
  return (
    ` ${tokens.join(" ")} `.match(/(?<= )(?:\S ){3,}/gu)?.map((letters) => letters.replaceAll(" ", "")) ?? []
  );
}

function phrases(tokens: string[]): string[] {
  const spelt = tokens.map(asLetters);
  return spelt.flatMap((_, start) =>
    Array.from({ length: PHRASE - 1 }, (_, more) => spelt.slice(start, start + more + 2).join(" ")),
  );
}

/** The possible readings of a word: unchanged, with fewer of a letter repeated three times or more, or as a plural. */
function readings(token: string): string[] {
  if (!/\p{L}/u.test(token)) return [];
  const lengths = /(.)\1\1/u.test(token)
    ? [token, token.replace(/(.)\1{2,}/gu, "$1"), token.replace(/(.)\1{2,}/gu, "$1$1")]
    : [token];
  return lengths
    .flatMap((each) => (each.endsWith("s") ? [each, each.slice(0, -1), each.replace(/es$/u, "")] : [each]))
    .map(asLetters);
}

/** A word with letters for the digits and signs that look like them. */
function asLetters(token: string): string {
  return drawn(token.replace(/[@$!3457]/gu, (figure) => FIGURES[figure] ?? figure));
}

function together(text: string): string {
  return asLetters(plain(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, ""));
}
