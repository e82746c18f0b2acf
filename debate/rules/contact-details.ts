const NUMBER = /(?<!\d|\d[,.])\+?\(?\d(?:[ \-.()]{0,3}\d){8,}/gu;
const DATE = /(?<!\d)(?:\d{1,2}([-.])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d([-.])\d{1,2}\2\d{1,2})(?!\d)/gu;

const AT = "(?:@|[([{<] ?(?:at|アット(?:マーク)?|あっと(?:まーく)?) ?[)\\]}>])";
const DOT = "(?:[.。]| ?[([{<] ?(?:dot|ドット|どっと) ?[)\\]}>] ?)";
const MAIL = new RegExp(`[\\p{L}\\p{N}_+-] ?${AT} ?[a-z0-9-]+${DOT}[a-z]{2,}`, "u");
const SPELLED_MAIL = /[a-z0-9._-]+ at [a-z0-9-]+ dot [a-z]{2,}/u;
/** `@5pm` and `@10` are no names. */
const HANDLE = /(?<![a-z0-9.])@(?!\d+(?:[ap]m)?\b)[a-z0-9_][a-z0-9_.-]+/u;
const ACCOUNT =
  /(?<![a-z])(?:line|ライン|kakao|カカオ|insta(?:gram)?|インスタ|discord|snap(?:chat)?|tiktok) ?の? ?(?:id|アカウント|ユーザー名)(?: ?[:=は] ?| is )[a-z0-9_.-]{3,}/u;

/**
 * [R36] Whether a text has a telephone number, an email address or the name of an account, in full-width characters, too.
 * Years, dates, amounts and numbers of paragraphs are none, and web addresses are left out.
 */
export function hasContactDetails(text: string): boolean {
  const typed = plain(text);
  return (
    [MAIL, SPELLED_MAIL, HANDLE, ACCOUNT].some((form) => form.test(typed)) ||
    (typed.replace(DATE, "#").match(NUMBER) ?? []).some(isTelephone)
  );
}

const KANJI_DIGITS = "〇一二三四五六七八九";

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/https?:\/\/\S+/gu, "#")
    .replace(/[〇一二三四五六七八九]/gu, (digit) => String(KANJI_DIGITS.indexOf(digit)))
    .replace(/[\u2010-\u2015\u2212]/gu, "-")
    .replace(/(?<=\d ?)[ーの・](?= ?\d)/gu, "-")
    .replace(/[^\S\n]+/gu, " ");
}

/** From nine digits on: abroad with +; in most countries from 0; as in North America; Chinese mobiles. */
function isTelephone(written: string): boolean {
  const groups = written.match(/\d+/gu) ?? [];
  const digits = groups.join("");
  if (digits.length > 15) return written.includes(" ") && written.split(" ").some(isTelephone);
  if (digits.length < 9) return false;
  if (written.startsWith("+")) return !/^\+\d{1,3}(?:[ .]\d{3})*[ .]000$/u.test(written);
  if (digits.startsWith("0")) return (groups[0] ?? "").length > 1;
  const lengths = groups.map(({ length }) => length).join("-");
  const isAmerican = /^1?[2-9]\d\d[2-9]\d{6}$/u.test(digits) && /^(?:1-)?3-(?:3-4|7)$|^1[01]$/u.test(lengths);
  const isChinese = /^1[3-9]\d{9}$/u.test(digits) && /^(?:3-4-4|11)$/u.test(lengths);
  return (isAmerican || isChinese) && !digits.endsWith("0000");
}
