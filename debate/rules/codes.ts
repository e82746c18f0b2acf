/** Letters and digits that cannot be mistaken for one another: no I, L, O or U. */
export const CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const CODE_LENGTH = 6;
/** The longest code as typed, with spaces and hyphens. */
const TYPED = 100;

/** [J1] The session code in what a person typed; null if there is none. */
export function readCode(typed: string): string | null {
  return readCharacters(typed, CODE_LENGTH);
}

/**
 * [J1] Normalizes a typed code: ignores case, width, spaces, hyphens (also what a Japanese keyboard types for them) and
 * invisible characters; reads I and L as 1, O as 0.
 * Null if it has the wrong length or other characters.
 */
export function readCharacters(typed: string, length: number): string | null {
  if (typed.length > TYPED) return null; // [W1]
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Dash}\p{Default_Ignorable_Code_Point}._ー。・]/gu, "")
    .replace(/[IL]/gu, "1")
    .replace(/O/gu, "0");
  if (code.length !== length) return null;
  return [...code].every((character) => CODE_ALPHABET.includes(character)) ? code : null;
}

/** A code from random numbers 0..31, one per character. */
export function codeFrom(draws: readonly number[]): string {
  return draws.map((draw) => CODE_ALPHABET[draw % CODE_ALPHABET.length]).join("");
}
