import { sideHeading } from "#debate/content/newsletter-japanese.ts";
import type { Side } from "#debate/rules/choices.ts";

const FOR = "for|pros?|yes|affirmative|proposition|in favou?r|supporting|supporters?|agree";
const AGAINST = "against|cons?|no|negative|opposition|opposed|opposing|opponents?|disagree";
const BEFORE =
  "(?:the )?(?:(?:case|arguments?|reasons?|points?|position|statement|essay|speech|side|team|view|voice)s?:? )?(?:is |are )?(?:the )?";
const AFTER =
  "(?: (?:side|team|case|position|arguments?|view|statement|essay|speech|the (?:resolution|motion)))?";
const BEHIND = "(?:\\s{0,3}[:：–—|(/-]\\s{0,3}(?<behind>[^)]{0,200})\\)?)?";
const HEADING = new RegExp(
  `^(?:[a-z\\d]{1,3}[.)] )?${BEFORE}(?:(?<for>${FOR})|(?<against>${AGAINST}))${AFTER}${BEHIND}$`,
  "i",
);
/** Words that are a side only where nothing else is on their line: "No: we cannot" is an answer. */
const ALONE = /^(?:yes|no|agree|disagree)\b.*[:–—-]/i;

/** The side that a heading says, and what is behind it: "Against: Ada North" or "肯定側". */
export function sideOfHeading(line: string): { side: Side; rest: string } | undefined {
  const plain = line.replace(/^[#*_>\s]{1,12}/, "").replace(/[*_\s]{1,12}$/, "");
  const japanese = sideHeading(plain.replace(/[:：]$/, ""));
  if (japanese) return japanese;
  if (plain.length > 160 || ALONE.test(plain)) return undefined;
  const found = HEADING.exec(plain.replace(/[:：]$/, ""))?.groups;
  if (!found) return undefined;
  return { side: found.for ? "for" : "against", rest: (found.behind ?? "").trim() };
}

const SOURCES =
  /^(?:(?:related|further|additional) )?(?:sources?|references|bibliography|works cited|resources?|readings?|further reading|(?:foot|end)?notes)$|^(?:(?:関連|参考|引用)(?:資料|文献|情報|リンク)|出典|資料|脚注|注釈?)$/i;

/** Whether a heading is above sources. */
export const isSources = (line: string) =>
  line.length <= 60 && SOURCES.test(line.replace(/[*_:：\s]{1,12}$|^[*_\s]{1,12}/g, ""));
