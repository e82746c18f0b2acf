import { readCharacters } from "#debate/rules/codes.ts";
import { cleanText } from "#debate/rules/text.ts";

/** Characters of a personal code: with a thousand of them in use, one guess in a thousand million finds one. */
export const PASS_LENGTH = 8;
/** The most personal codes of one session. */
export const PASSES = 1_000;

/** [J10] What a phone proves by that a used code is its own: 128 to 384 bits in base64url. */
export const CLAIM = /^[\w-]{22,64}$/u;
export const CLAIM_LENGTH = 64;
/** [J11] Characters of the word that stands for a claim where no scripts run. */
export const WORD_LENGTH = { least: 6, most: 100 } as const;

/** [J10] The word that a person meant: case and spaces do not matter. Null where it is too short. */
export function readWord(typed: string): string | null {
  const word = cleanText(typed).normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
  return [...word].length < WORD_LENGTH.least ? null : word;
}

/** [J1] [J7] The personal code that a person meant; null where none can be meant. */
export function readPass(typed: string): string | null {
  return readCharacters(typed, PASS_LENGTH);
}

/** Formats a personal code in two groups of four. */
export function spacedPass(pass: string): string {
  return `${pass.slice(0, 4)} ${pass.slice(4)}`;
}

/** What follows a join link so that the page knows the code: browsers keep what is behind `#` to themselves. */
export function passFragment(pass: string): string {
  return `#pass=${pass}`;
}

/** The personal code in the part of an address behind `#`; null where there is none. */
export function passIn(fragment: string): string | null {
  return readPass(new URLSearchParams(fragment.replace(/^#/u, "")).get("pass") ?? "");
}
