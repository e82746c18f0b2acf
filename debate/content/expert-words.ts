import type { Expert } from "#debate/content/debate.ts";

const isJapanese = (text: string) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

/** An expert's name with the courtesy title, which stands behind a Japanese name: "Dr. Ada North", "江藤 友三郎氏". */
export function fullName({
  honorific = "",
  name,
}: Pick<Expert, "name"> & { honorific?: string | undefined }) {
  return isJapanese(honorific) ? name + honorific : `${honorific} ${name}`.trim();
}

/** Who an expert is: "Fellow, Larkmoor Center"; in Japanese the institution comes first: "北浜大学 教授". */
export function affiliation({ role, institution = "" }: Pick<Expert, "role" | "institution">): string {
  const inJapanese = isJapanese(institution);
  return (inJapanese ? [institution, role] : [role, institution])
    .filter(Boolean)
    .join(inJapanese ? " " : ", ");
}
