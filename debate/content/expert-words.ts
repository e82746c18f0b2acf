import type { Expert } from "#debate/content/debate.ts";
import type { Side } from "#debate/rules/choices.ts";

const isJapanese = (text: string) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

/** An expert's name with the courtesy title, which stands behind a Japanese name: "Dr. Ada North", "江藤 友三郎氏". */
export function fullName({
  honorific = "",
  name,
}: Pick<Expert, "name"> & { honorific?: string | undefined }) {
  return isJapanese(honorific) ? name + honorific : `${honorific} ${name}`.trim();
}

/** [D21] Whom a text is by that names no expert: For, then Against. */
const CASES = { en: ["The case for", "The case against"], ja: ["賛成の立論", "反対の立論"] } as const;

/** [D21] What stands for an expert's name that was left out, in the language of the debate where we know it. */
export const caseOf = (side: Side, lang = "en"): string =>
  CASES[/^ja\b/.test(lang) ? "ja" : "en"][side === "for" ? 0 : 1];

/** Whether a name is one of those. */
export const isCase = (name: string) =>
  Object.values(CASES).some((names) => names.some((each) => each === name));

/** Role and institution in the order of their language: in Japanese the institution comes first. */
export function affiliationParts({ role, institution = "" }: Pick<Expert, "role" | "institution">): string[] {
  return (isJapanese(institution) ? [institution, role] : [role, institution]).filter((part) => part !== "");
}

/** Who an expert is: "Fellow, Larkmoor Center", "北浜大学 教授". */
export function affiliation(expert: Pick<Expert, "role" | "institution">): string {
  const parts = affiliationParts(expert);
  const comma = /\p{Script=Arabic}/u.test(parts[0] ?? "") ? "، " : ", ";
  return parts.join(isJapanese(parts[0] ?? "") ? " " : comma);
}
