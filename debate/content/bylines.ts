import { isJapanese } from "#debate/content/newsletter-japanese.ts";
import { leadingName } from "#debate/content/newsletter-names.ts";
import { type ExpertSection, roleBelow, unmarked } from "#debate/content/newsletter-sections.ts";

const BYLINE = /^(?:(?:written )?by:?\s{1,3}|(?:文|筆者|著者|執筆者?)\s?[:：・／/]\s?)(\S.{0,199})$/i;
/** A role behind a name: ", principal", "(principal)". */
const ROLE = /^(?:[,，、–—|·・／/-]\s{0,3}(?<behind>[^\s].*)|[(（](?<bracket>[^()（）]+)[)）])$/;
const JAPANESE_NAME =
  /^[^\s「『（(、,，・／/。]{2,12}(?: [^\s「『（(、,，・／/。]{1,12})?(?=$|[（(、,，・／/])/u;
/** Only the first lines of a text say whose it is; a headline may precede them. */
const FIRST_LINES = 3;

type Byline = Pick<ExpertSection, "name" | "honorific" | "roleLine" | "roleUnsure">;

/** [N17] Name and role in "By Ada North, fellow" or "文：兵藤慎治（教授）". */
export function bylineOf(line: string): Byline | undefined {
  const words = BYLINE.exec(unmarked(line))?.[1];
  if (words === undefined) return undefined;
  const person = isJapanese(words) ? japanesePerson(words) : leadingName(words);
  if (!person) return undefined;
  const { name, honorific, rest } = person;
  const role = ROLE.exec(rest)?.groups;
  const roleLine = role?.behind ?? role?.bracket ?? "";
  if ((rest !== "" && roleLine === "") || /[.?!。？！]$/.test(roleLine)) return undefined;
  return { name, ...(honorific !== undefined && { honorific }), roleLine, roleUnsure: false };
}

/** Behind such a mark, any words that may be a name are one. */
function japanesePerson(words: string): { name: string; honorific?: string; rest: string } | undefined {
  const found = JAPANESE_NAME.exec(words)?.[0];
  if (found === undefined) return undefined;
  const rest = words.slice(found.length);
  const honorific = /(?:氏|さん|先生|博士)$/.exec(found)?.[0];
  if (honorific === undefined || honorific === found) return { name: found, rest };
  return { name: found.slice(0, -honorific.length), honorific, rest };
}

/** [N17] Whose text this is, and its lines without the byline. */
export function takeByline(lines: readonly string[]): { person: Byline; body: string[] } | undefined {
  let seen = 0;
  for (const [at, line] of lines.entries()) {
    if (line === "") continue;
    const byline = bylineOf(line);
    if (byline) {
      const below = byline.roleLine === "" ? roleBelow(lines, at) : { bodyAt: at + 1 };
      return {
        person: { ...byline, ...below },
        body: [...lines.slice(0, at), "", ...lines.slice(below.bodyAt)],
      };
    }
    seen += 1;
    if (seen === FIRST_LINES) return undefined;
  }
  return undefined;
}
