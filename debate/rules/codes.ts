/** Letters and digits that cannot be mistaken for one another: no I, L, O or U. */
export const CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const CODE_LENGTH = 6;
/** The longest code as typed, with spaces and hyphens. */
const TYPED = 100;

/** [J1] The session's code that a person meant; null where none can be meant. */
export function readCode(typed: string): string | null {
  return readCharacters(typed, CODE_LENGTH);
}

/**
 * [J1] The characters of a code as a person meant them: case, spaces, hyphens and what cannot be seen do not matter; I
 * and L are read as 1, O as 0. Null where they are not as many, or not of the alphabet.
 */
export function readCharacters(typed: string, length: number): string | null {
  if (typed.length > TYPED) return null; // [W1]
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Dash}\p{Default_Ignorable_Code_Point}._]/gu, "")
    .replace(/[IL]/gu, "1")
    .replace(/O/gu, "0");
  if (code.length !== length) return null;
  return [...code].every((character) => CODE_ALPHABET.includes(character)) ? code : null;
}

/** A code from numbers 0..31, which the caller draws, one for each character. */
export function codeFrom(draws: readonly number[]): string {
  return draws.map((draw) => CODE_ALPHABET[draw % CODE_ALPHABET.length]).join("");
}
