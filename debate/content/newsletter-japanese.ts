import type { Expert } from "#debate/content/debate.ts";
import type { Side } from "#debate/rules/choices.ts";

const LETTER = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]`;
const JAPANESE = new RegExp(LETTER, "u");
const WRITTEN_CLOSE = new RegExp(`^(?:${LETTER}|[、。「」『』（）！？…])`, "u");

export const isJapanese = (text: string) => JAPANESE.test(text);

/** What joins two lines of a paragraph: nothing between Japanese characters, else a space. */
export function between(line: string, next: string): "" | " " {
  return WRITTEN_CLOSE.test(line.slice(-1)) && WRITTEN_CLOSE.test(next.slice(0, 1)) ? "" : " ";
}

/** Lines as one. */
export const joinedLines = (lines: readonly string[]) =>
  lines.reduce((joined, line) => joined + between(joined, line) + line);

const INSTITUTION =
  /大学院|大学|学院|学校|高校|研究科|研究所|研究院|研究会|学部|学科|センター|財団|協会|学会|機構|[省庁]|議会|役所|委員会|銀行|新聞社?|通信社|放送|会社|法人|連合|連盟|組合|基金|フォーラム|大使館|博物館/gu;
/** Titles that also stand directly behind a name: "兵藤教授". */
const OF_PEOPLE =
  "(?:(?:名誉|特任|客員)?准?教授|助教|講師|(?:主任|上席|上級|特別|客員)?研究員|編集長|弁護士|医師|議員|大臣|大使|記者)";
const TITLE = `(?:${OF_PEOPLE}|[所部室課学会社院]長|理事長?|委員長?|代表|顧問|フェロー|ディレクター|アナリスト|評論家|作家|ジャーナリスト)`;
const TITLE_LAST = new RegExp(`${TITLE}$`, "u");
const TITLE_ALONE = new RegExp(`^${TITLE}$`, "u");
const NAMED_BY_TITLE = new RegExp(
  `^(?<name>${LETTER}{2,12}?(?: ${LETTER}{1,12}?)?)(?<title>${OF_PEOPLE})$`,
  "u",
);
const isInstitution = (text: string) => text.search(INSTITUTION) >= 0;

/** Whether a line says who someone is: it names an institution or ends with a title, and is no sentence. */
export const isJapaneseRole = (line: string) =>
  line.length <= 80 && !/[。「『]/.test(line) && (isInstitution(line) || TITLE_LAST.test(line));

/** "教授", without where. */
export const isTitleOnly = (role: string) => TITLE_ALONE.test(role);

const isRoleWord = (word: string) =>
  isInstitution(word) || isTitleOnly(word) || (TITLE_LAST.test(word) && !NAMED_BY_TITLE.test(word));

/** "江藤友三郎・北浜大学教授". */
const NAME_WITH_ROLE = new RegExp(`^(${LETTER}{1,12}(?: ${LETTER}{1,12})?)・(.{1,80})$`, "u");
const HEAD = /^([^（(、,：:]{1,80}?)(?: ?[（(]([^（）()]{1,80})[）)]|[、,：:] ?(.{1,80}))?$/;
const NAME = `${LETTER}{1,12}?(?:[ ・]${LETTER}{1,14}?){0,2}?`;
const NAME_ALONE = new RegExp(`^(?<name>${NAME}) ?(?<honorific>氏|さん|先生|博士)?$`, "u");
/** How a text about the editor begins: "高野優香は、", "高野優香（こうの・ゆか）". */
const SUBJECT = new RegExp(`^(?<name>${NAME}) ?(?:氏|さん|先生|博士)?(?=は|[、。（(]|$)`, "u");

type JapaneseName = { name: string; honorific?: string; courteous: boolean; role: string };

/** [E8] A Japanese name on a line of its own, with an honorific behind it, or a title or role behind or before it. */
export function japaneseName(line: string): JapaneseName | undefined {
  if (line.length > 200 || !isJapanese(line)) return undefined;
  const [, named = "", roleBehind = ""] = NAME_WITH_ROLE.exec(line) ?? [];
  if (isJapaneseRole(roleBehind)) return japaneseName(`${named}、${roleBehind}`);
  const [, head = "", bracket = "", behind = bracket] = HEAD.exec(line) ?? [];
  const words = head.split(" ");
  const from = words.findIndex((word) => !isRoleWord(word));
  const length = words.slice(from).findIndex(isRoleWord);
  const to = length < 0 ? words.length : from + length;
  const person = words.slice(from, to).join(" ");
  const { name, honorific, title } = (NAMED_BY_TITLE.exec(person) ?? NAME_ALONE.exec(person))?.groups ?? {};
  if (from < 0 || name === undefined || (behind !== "" && !isJapaneseRole(behind))) return undefined;
  const isCourteous = honorific !== undefined || title !== undefined;
  const role = [...words.slice(0, from), behind, ...words.slice(to), title].filter(Boolean).join(" ");
  // Without a courtesy title, letters of a sentence look like a name.
  if (!isCourteous && (from > 0 || (/\p{Script=Hiragana}/u.test(name) && role === ""))) return undefined;
  return {
    name,
    ...(honorific === undefined ? {} : { honorific }),
    courteous: isCourteous || role !== "",
    role,
  };
}

/** The name that a Japanese text about a person begins with. */
export function japaneseSubject(text: string): string | undefined {
  return SUBJECT.exec(text.slice(0, 60))?.groups?.name;
}

/** [E8] Institution and role of "防衛研究所 政策研究部長" or "北浜大学教授"; `sure` where both show. */
export function japaneseRole(line: string): Pick<Expert, "role" | "institution"> & { sure: boolean } {
  const parts = line.split(/[、,\s]+/).flatMap(withoutSpace);
  const titles = parts.filter((part) => TITLE_LAST.test(part) || !isInstitution(part));
  const institutions = parts.filter((part) => !titles.includes(part));
  if (institutions.length === 0 || titles.length === 0) return { role: line, sure: false };
  const sure = titles.length === 1 && TITLE_LAST.test(titles[0] ?? "");
  return { role: titles.join(" "), institution: institutions.join(" "), sure };
}

/** "北浜大学教授" in two. */
function withoutSpace(part: string): string[] {
  const last = [...part.matchAll(INSTITUTION)].at(-1);
  const end = last ? last.index + last[0].length : 0;
  const title = part.slice(end);
  return end > 0 && TITLE_LAST.test(title) ? [part.slice(0, end), title] : [part];
}

/** The part of a Japanese name that others call someone by: the first word, of a name in Katakana the last. */
export function japaneseSurname(name: string): string {
  const words = name.split(/[ ・]/);
  if (words.length > 1) return (name.includes("・") ? words.at(-1) : words[0]) ?? name;
  return name.length > 2 ? name.slice(0, 2) : name;
}

const SIDE_HEADING =
  /^(?:(?<for>肯定|賛成)|(?<against>否定|反対))(?:側|派|意見|論|の?立場|の?立論|の?主張|から){0,3}(?:[：:\s／/|｜—–-]{1,4}(?<behind>.*)|[（(](?<bracket>[^（）()]*)[）)])?$/u;

const COUNTED = /^(?:[\d０-９]{1,2}|[①-⑨])[.．、)）\s]{1,3}/u;

/** [E8] "肯定側", "２　反対：兵藤慎治氏": the side that the line says, and what is behind it. */
export function sideHeading(line: string): { side: Side; rest: string } | undefined {
  const found = line.length <= 100 ? SIDE_HEADING.exec(line.replace(COUNTED, ""))?.groups : undefined;
  if (!found) return undefined;
  return { side: found.for ? "for" : "against", rest: (found.behind ?? found.bracket ?? "").trim() };
}
