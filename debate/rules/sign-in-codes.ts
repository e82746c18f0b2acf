import { readCharacters } from "#debate/rules/codes.ts";

/** Characters of a code that signs an instructor in: 2^50, so that guessing is hopeless without counting guesses. */
export const SIGN_IN_CODE_LENGTH = 10;

/** [J1] [I9] The code that an instructor meant; null where none can be meant. */
export function readSignInCode(typed: string): string | null {
  return readCharacters(typed, SIGN_IN_CODE_LENGTH);
}

/** Formats a sign-in code in two groups of five. */
export function spacedSignInCode(code: string): string {
  return `${code.slice(0, 5)} ${code.slice(5)}`;
}
