import { readCharacters } from "#debate/rules/codes.ts";
import { cleanText } from "#debate/rules/text.ts";

/** The length of a personal code: if a thousand are in use, one guess in a thousand million is right. */
export const PASS_LENGTH = 8;
/** The most personal codes of one session. */
export const PASSES = 1_000;

/** [J10] The phone's proof that a used code is its own: 128 to 384 bits in base64url. */
export const CLAIM = /^[\w-]{22,64}$/u;
export const CLAIM_LENGTH = 64;
/** [J11] The length of the word that replaces a claim without scripts. */
export const WORD_LENGTH = { least: 6, most: 100 } as const;

/** [J10] [Q8] A typed word without what makes no difference: case, width and spaces. */
export function plainWord(typed: string): string {
  return cleanText(typed).normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
}

/** [J10] Normalizes a typed word, ignoring case and spaces; null if it is too short. */
export function readWord(typed: string): string | null {
  const word = plainWord(typed);
  return [...word].length < WORD_LENGTH.least ? null : word;
}

/** [J1] [J7] The personal code in what a person typed; null if there is none. */
export function readPass(typed: string): string | null {
  return readCharacters(typed, PASS_LENGTH);
}

/** Formats a personal code in two groups of four. */
export function spacedPass(pass: string): string {
  return `${pass.slice(0, 4)} ${pass.slice(4)}`;
}

/** The end of a join link with a personal code. Browsers send nothing behind `#` to servers. */
export function passFragment(pass: string): string {
  return `#pass=${pass}`;
}

/** The personal code behind the `#` of a URL; null if there is none. */
export function passIn(fragment: string): string | null {
  return readPass(new URLSearchParams(fragment.replace(/^#/u, "")).get("pass") ?? "");
}
