/** The most combining marks on a letter: four, and eight in scripts that build syllables of them. */
const MARKS = 4;
const MARKS_WHERE_STACKED = 8;
const STACKED = /[\p{Script=Hebrew}\p{Script=Mymr}\p{Script=Tibt}\p{Script=Lana}]/u;

/**
 * Scripts in which joiners and non-joiners are visible: Arabic and its relatives, and those of India and its
 * neighbors.
 */
const JOINING = "Arab Syrc Mand Nkoo Mong Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr Tibt"
  .split(" ")
  .map((script) => `\\p{Script=${script}}`)
  .join("");

/** Where invisible characters have a meaning. (Lookbehind would be shorter, but phones from before 2023 lack it.) */
const MEANING = [
  String.raw`\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}`, // the flag of a region
  String.raw`\p{ExtPict}\p{EMod}?[\uFE0E\uFE0F]?(?:\u200D(?=\p{ExtPict}))?`, // an emoji, perhaps joined to the next
  String.raw`[#*0-9]\uFE0F(?=\u20E3)`, // a keycap
  `(?![\\p{DI}\\p{M}])[${JOINING}](?:(?!\\p{DI})\\p{M}){0,${MARKS_WHERE_STACKED}}[\\u200C\\u200D]`,
  String.raw`(?![\p{DI}\p{M}])\p{Script=Mong}[\u180B-\u180F]`,
  String.raw`\p{Script=Han}[\uFE00-\uFE02\u{E0100}-\u{E01EF}]`, // the form of a character that a name is written in
].join("|");
const INVISIBLE = String.raw`[\p{DI}\p{NChar}\uFFF9-\uFFFB]`;
const UNSEEN = new RegExp(`(${MEANING})|${INVISIBLE}`, "gu");
/** Most texts have none, and looking at what surrounds each letter takes ten times as long. */
const HAS_INVISIBLE = new RegExp(INVISIBLE, "u");

/** A letter's marks, joiners among them. */
const PILE = new RegExp(String.raw`[\p{M}\u200C\u200D]{${MARKS + 1},}`, "gu");

/**
 * [W2] [W5] Cleans typed text: composes it; removes invisible characters without a meaning, direction marks and
 * excess combining marks; allows one blank line at a time; turns control characters and lone surrogates into spaces,
 * except tabs and new lines. Linear in the length, and idempotent.
 */
export function cleanText(typed: string): string {
  const text = typed.replace(/\r\n?|[\u2028\u2029]/gu, "\n").replace(/(?![\t\n])[\p{Cc}\p{Cs}\u2800]/gu, " ");
  const seen = /^[\t\n -~]*$/u.test(text)
    ? text
    : composed(HAS_INVISIBLE.test(text) ? text.replace(UNSEEN, "$1") : text);
  return seen.replace(/\n[^\S\n]*\n(?:[^\S\n]*\n)+/gu, "\n\n");
}

/** Marks are cut before composing, because sorting many takes long, and after it, because some decompose. */
function composed(text: string): string {
  const cut = levelled(text);
  const normal = cut.normalize("NFC");
  return normal === cut ? cut : levelled(normal);
}

function levelled(text: string): string {
  return text.replace(PILE, (marks) =>
    [...marks].slice(0, STACKED.test(marks) ? MARKS_WHERE_STACKED : MARKS).join(""),
  );
}

/** Full-width letters, digits and signs as plain ones, each in its place. */
export function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** How many characters people see: an owl emoji is one, although it has two units of UTF-16. */
export function countCharacters(text: string): number {
  return [...text].length;
}

/** Whether a text has anything visible: not only joiners, fillers and blanks. */
export function showsSomething(text: string): boolean {
  return /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}
