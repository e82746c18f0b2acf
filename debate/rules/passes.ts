import { readCharacters } from "#debate/rules/codes.ts";

/** Characters of a personal code: with a thousand of them in use, one guess in a thousand million finds one. */
export const PASS_LENGTH = 8;
/** The most personal codes of one session. */
export const PASSES = 1_000;

/** [J1] [J7] The personal code that a person meant; null where none can be meant. */
export function readPass(typed: string): string | null {
  return readCharacters(typed, PASS_LENGTH);
}

/** A personal code as it is easily read: two groups of four. */
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
