import { isJapanese, japaneseName, japaneseSurname } from "#debate/content/newsletter-japanese.ts";
import { folded } from "#debate/content/newsletter-text.ts";

const COURTESY = "mr|mrs|ms|mx|miss|dr|prof|professor|amb|ambassador";
const RANK =
  "sir|dame|lord|lady|rev|reverend|hon|honorable|senator|sen|rep|judge|justice|gen|general|adm|admiral|lt|col|colonel|capt|captain|maj|major";
const HONORIFICS = new RegExp(`^(?:(?:${COURTESY}|${RANK})\\b\\.?\\s+){1,3}`, "i");
const COURTEOUS = new RegExp(`^(?:${COURTESY})\\b`, "i");
const PARTICLES = new Set(
  "de da di do dos du del della la le el al bin ibn van von der den ter ten zu y e".split(" "),
);

const DEGREE = ",? (?:Ph\\.?D|M\\.?D|J\\.?D|Esq|Jr|Sr)\\b\\.?";
const DEGREE_NEXT = new RegExp(`^${DEGREE}`);
const DEGREE_LAST = new RegExp(`${DEGREE}$`);

const isNameWord = (word: string) =>
  /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word) || /^\p{Lo}[\p{Lo}\p{M}]*$/u.test(word) || PARTICLES.has(word);

export type Name = {
  name: string;
  honorific?: string;
  /** "Mr." or "Dr." begins only names; "General" may begin other things. */
  courteous: boolean;
  /** The text after the name. */
  rest: string;
};

/** [N7] The name at the beginning of a text: at most six words, at least two or an honorific. */
export function leadingName(text: string): Name | undefined {
  const japanese = japaneseName(text);
  if (japanese) return { ...japanese, rest: japanese.role && `, ${japanese.role}` };
  const opening = text.slice(0, 200);
  const honorific = HONORIFICS.exec(opening)?.[0] ?? "";
  const words: string[] = [];
  let at = honorific.length;
  for (const word of opening.slice(at).split(" ")) {
    const bare = word.replace(/[,;:]$/, "");
    if (!isNameWord(bare) || words.length === 6) break;
    words.push(bare);
    at += bare.length;
    if (bare !== word) break;
    at += 1;
  }
  const degree = words.length < 2 ? "" : (DEGREE_NEXT.exec(text.slice(at, at + 20))?.[0] ?? "");
  at += degree.length;
  while (PARTICLES.has(words.at(-1) ?? "")) at -= (words.pop() ?? "").length + 1;
  if (words.length < (honorific === "" ? 2 : 1)) return undefined;
  return {
    name: words.join(" ") + degree,
    ...(honorific === "" ? {} : { honorific: honorific.trim() }),
    courteous: COURTEOUS.test(honorific),
    rest: text.slice(at).trim(),
  };
}

/** The words of a text for comparing names: lower case, without accents and possessive endings. */
export const nameWords = (text: string): string[] =>
  (folded(text).match(/[\p{L}\p{N}'’-]+/gu) ?? []).map((word) => word.replace(/['’]s?$/, ""));

export const withoutDegree = (name: string) => name.replace(DEGREE_LAST, "");

/** [N12] The surname: the word in capitals where there is one ("HYODO Shinji"), else the last. */
export function surnameOf(name: string): string {
  if (isJapanese(name)) return folded(japaneseSurname(name));
  const words = withoutDegree(name).split(" ");
  const capitals = words.filter((word) => /^[\p{Lu}'’-]{2,}$/u.test(word));
  return folded((capitals.length === 1 ? capitals[0] : words.at(-1)) ?? name);
}
