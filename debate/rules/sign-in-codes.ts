import { readCharacters } from "#debate/rules/codes.ts";

/** The length of a sign-in code: 2^50 possibilities, too many to guess even without a limit. */
export const SIGN_IN_CODE_LENGTH = 10;

/** [J1] [I9] The sign-in code in what an instructor typed; null if there is none. */
export function readSignInCode(typed: string): string | null {
  return readCharacters(typed, SIGN_IN_CODE_LENGTH);
}

/** Formats a sign-in code in two groups of five. */
export function spacedSignInCode(code: string): string {
  return `${code.slice(0, 5)} ${code.slice(5)}`;
}
