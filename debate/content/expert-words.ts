import type { Expert } from "#debate/content/debate.ts";

const isJapanese = (text: string) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

/** An expert's name with the courtesy title, which stands behind a Japanese name: "Dr. Ada North", "江藤 友三郎氏". */
export function fullName({
  honorific = "",
  name,
}: Pick<Expert, "name"> & { honorific?: string | undefined }) {
  return isJapanese(honorific) ? name + honorific : `${honorific} ${name}`.trim();
}

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
