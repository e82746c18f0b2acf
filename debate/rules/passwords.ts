/** The least and most characters of a password. */
export const PASSWORD_LENGTH = { least: 10, most: 128 } as const;

/** What must remain without the guessable parts: different letters, or a long number. */
const LETTERS = 4;
const DIGITS = 8;
const DISTINCT = 5;
/** Rows of keys, also read backwards. */
const ROWS = [
  "1234567890",
  "qwertyuiop",
  "qwertzuiop",
  "azertyuiop",
  "asdfghjkl",
  "yxcvbnm",
  "zxcvbnm",
  "1qaz2wsx3edc4rfv",
  "abcdefghijklmnopqrstuvwxyz",
];
/** The parts of common passwords. */
const TRIED =
  "password passwort passw passe motdepasse contrasena senha parola wachtwoord qwerty azerty letmein welcome willkommen bienvenue iloveyou loveyou admin administrator root login access secret geheim master default changeme change temporary temp test testing guest user dragon monkey princess sunshine football baseball basketball soccer hockey superman batman pokemon starwars shadow trustno whatever freedom michael jennifer jordan charlie daniel thomas jessica ashley computer internet google samsung summer winter spring autumn january february monday friday school teacher student class professor instructor university college debate resolved hello love baby angel flower cheese cookie chocolate killer ninja lovely hunter ranger buster ginger pepper".split(
    " ",
  );
const LOOKALIKES: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

export type PasswordFault = "short" | "long" | "common";
type Owner = { name: string; email: string };

/**
 * [I5] Why a password is refused, or null. No kind of character is required. Refused are passwords that attackers try
 * first: common words, rows of keys, one's own name and address, with digits and signs around them.
 */
export function passwordFault(password: string, { name, email }: Owner): PasswordFault | null {
  if (password.length < PASSWORD_LENGTH.least) return "short";
  if (password.length > PASSWORD_LENGTH.most) return "long";
  const written = password.toLowerCase();
  if (new Set(written).size < DISTINCT) return "common";
  const tried = [...runs(), ...TRIED, ...partsOf(name), ...partsOf(email)].sort(
    (a, b) => b.length - a.length,
  );
  // As written, and with digits and signs read as letters.
  const readings = [written, written.replace(/[013457@$!]/gu, (sign) => LOOKALIKES[sign] ?? sign)];
  return readings.every((reading) => leavesEnough(reading, tried)) ? null : "common";
}

function leavesEnough(reading: string, tried: string[]): boolean {
  let rest = reading;
  for (const word of tried) rest = rest.replaceAll(word, " ");
  const digits = rest.replace(/(?<!\d)(18|19|20)\d\d(?!\d)|[^\d]/gu, "");
  if (digits.length >= DIGITS && new Set(digits).size > DISTINCT) return true;
  return new Set(rest.replace(/[^\p{L}]/gu, "")).size >= LETTERS;
}

/** Every four keys in a row, in both directions. */
function runs(): string[] {
  const rows = [...ROWS, ...ROWS.map((row) => [...row].reverse().join(""))];
  return rows.flatMap((row) => Array.from({ length: row.length - 3 }, (_, at) => row.slice(at, at + 4)));
}

function partsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length >= 3);
}
