import { PublicationDate } from "#debate/content/debate.ts";
import { between } from "#debate/content/newsletter-japanese.ts";
import { beginning, type Warning } from "#debate/content/newsletter-remarks.ts";
import { unmarked } from "#debate/content/newsletter-sections.ts";
import { halfWidth } from "#debate/rules/text.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
const DATES = [
  new RegExp(`\\b${DAY} ${MONTH},? (?<year>\\d{4})\\b`, "i"),
  new RegExp(`\\b${MONTH} (?:${DAY},? )?(?<year>\\d{4})\\b`, "i"),
  /\b(?<year>\d{4})-(?<month>\d{2})(?:-(?<day>\d{2}))?\b/,
  /(?<year>\d{4})年\s?(?<month>\d{1,2})月(?:\s?(?<day>\d{1,2})日)?/,
];

/** [N6] The first date in a short text, as exact as printed: "February 2019" is 2019-02. */
export function dateIn(text: string): string | undefined {
  for (const pattern of DATES) {
    const { year, month = "", day } = pattern.exec(halfWidth(text))?.groups ?? {};
    const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    const parts = [year, String(named || month).padStart(2, "0"), day?.padStart(2, "0")];
    const date = parts.filter((part) => part !== undefined).join("-");
    if (year !== undefined && PublicationDate.safeParse(date).success) return date;
  }
  return undefined;
}

const VOLUME = /\bvol(?:ume)?\b\.?\s*(\d{1,4})\b/i;
const ISSUE = /\b(?:issue|number|no\.)\s*(\d{1,4})\b/i;
const JAPANESE_VOLUME = /第\s?(\d{1,4})\s?巻/;
const JAPANESE_ISSUE = /(?:第\s?)?(\d{1,4})\s?号/;
const isTitle = (line: string) => line !== "" && line.length <= 120 && !/[.?!。？！]$/.test(line);

/** "Vol. 2 Issue 3" or "第2巻第3号", and the text before it. */
export function numbering(line: string) {
  const plain = halfWidth(line);
  const volume = VOLUME.exec(plain) ?? JAPANESE_VOLUME.exec(plain);
  const issue = ISSUE.exec(plain) ?? JAPANESE_ISSUE.exec(plain);
  const at = Math.min(volume?.index ?? line.length, issue?.index ?? line.length);
  return {
    volume: Number(volume?.[1]) || undefined,
    issue: Number(issue?.[1]) || undefined,
    before: line.slice(0, at).replace(/[\s,;:|(–—、｜（・-]{1,12}$/, ""),
  };
}

type Front = {
  resolution?: string;
  series?: string;
  volume?: number;
  issue?: number;
  date?: string;
  /** All other lines. */
  rest: string[];
};

/** [N5] [N6] Resolution, series, numbers and date from the lines above the introduction. */
export function readFront(lines: readonly string[], warnings: Warning[]): Front {
  const front: Front = { rest: [...lines] };
  takeResolution(front, warnings);
  let series: string | undefined;
  for (const [index, line] of front.rest.entries()) {
    if (!isTitle(line)) continue;
    const found = numbering(line);
    const numbered = found.volume !== undefined || found.issue !== undefined;
    const date = numbered || line.length <= 60 ? dateIn(line) : undefined;
    if (!numbered && date === undefined) continue;
    if (found.volume !== undefined) front.volume ??= found.volume;
    if (found.issue !== undefined) front.issue ??= found.issue;
    if (date !== undefined) front.date ??= date;
    if (numbered && found.before !== "") series ??= unmarked(found.before);
    front.rest[index] = "";
  }
  if (series === undefined) {
    const at =
      front.volume || front.issue ? front.rest.findIndex((line) => line.length <= 60 && isTitle(line)) : -1;
    if (at === -1) warnings.push({ code: "no-series" });
    else {
      series = unmarked(front.rest[at] ?? "");
      front.rest[at] = "";
      warnings.push({ code: "series-unsure", series });
    }
  }
  if (series) front.series = series;
  if (!front.volume) warnings.push({ code: "no-volume" });
  if (!front.issue) warnings.push({ code: "no-issue" });
  if (!front.date) warnings.push({ code: "no-date" });
  return front;
}

const RESOLVED = /^["“'‘#*_\s]{0,12}resolved\b["”'’*_\s]{0,6}([:.,–—：-]?)[*_\s]{0,6}(.*)$/i;
/** Whether a single quotation mark opens before the word: then one at the end of the resolution is no apostrophe. */
const OPENS_SINGLE = /^[#*_\s]{0,12}['‘]/;
/** [E8] "論題：..." or "【論題】...", surely; less so before a space, a quotation or the end of the line. */
const JAPANESE_RESOLVED =
  /^[【［#*_\s]{0,12}(?:論題|決議|議題|テーマ)[*_]{0,6}(?:\s{0,6}([:：】］])[:：*_\s]{0,6}|\s{1,6}|(?=[「『])|$)(.*)$/;
/** A Japanese resolution is often a whole sentence. */
const ONE_SENTENCE = /^[^。！？!?]{4,200}。$/;
const IN_QUOTES = /^[「『][^「」『』]{4,200}[」』]$/;

/** "RESOLVED", and the words behind it; `sure` with a colon. */
function resolvedIn(line: string): { sure: boolean; resolution: string } | null {
  const [found, mark = "", resolution = ""] =
    (line.length <= 1_000 && (RESOLVED.exec(line) ?? JAPANESE_RESOLVED.exec(line))) || [];
  return found === undefined ? null : { sure: /[:：】］]/.test(mark), resolution };
}

function takeResolution(front: Front, warnings: Warning[]): void {
  const matches = front.rest.map(resolvedIn);
  let at = matches.findIndex((match) => match?.sure);
  const sure = at !== -1;
  if (!sure)
    at = matches.findIndex((match, index) => match && mayBeResolution(front.rest[index] ?? "", match));
  if (at === -1) at = front.rest.findIndex((line) => IN_QUOTES.test(line));
  if (at === -1) return;
  const first = front.rest[at] ?? "";
  let resolution = matches[at]?.resolution ?? first;
  front.rest[at] = "";
  let next = at + 1;
  if (resolution === "") while (front.rest[next] === "") next += 1;
  // A resolution that continues on the next line, or is on the line below "RESOLVED:".
  let joined = false;
  while (continues(resolution, front.rest[next] ?? "")) {
    const line = front.rest[next] ?? "";
    const { volume, issue } = numbering(line);
    if (volume || issue || dateIn(line) || resolution.length + line.length > 290) break;
    joined ||= resolution !== "";
    resolution = `${resolution}${between(resolution, line)}${line}`.trim();
    front.rest[next] = "";
    next += 1;
  }
  resolution = withoutStrayQuotes(resolution.replace(/[*_\s]{1,12}$/, ""));
  if (OPENS_SINGLE.test(first)) resolution = resolution.replace(/['’\s]{1,12}$/, "");
  if (resolution === "") return;
  front.resolution = resolution;
  if (!sure || joined) warnings.push({ code: "resolution-unsure", resolution: beginning(resolution) });
}

/** Whether a line that begins with "Resolved" or "論題" and no colon is no sentence of a text: "論題 ...である。" */
const mayBeResolution = (line: string, { resolution }: { resolution: string }) =>
  !/[a-z]\.$|。$/.test(line) || (line.endsWith(` ${resolution}`) && ONE_SENTENCE.test(resolution));

const continues = (resolution: string, line: string) =>
  resolution === "" ? isTitle(line) || ONE_SENTENCE.test(line) : resolution.length >= 40 && isTitle(line);

/** Whether a line begins a resolution: "RESOLVED:" in any case, or "論題：". */
export const isResolution = (line: string) => resolvedIn(line)?.sure === true;

/** A title without quotation marks around it, even if one is missing. A single one may be an apostrophe, so it needs its pair. */
export const withoutStrayQuotes = (text: string) =>
  text
    .replace(/^\s{0,12}['‘]([^'‘]{1,1000})['’]\s{0,12}$/, "$1")
    .replace(/^[“”"«»「『\s]{1,12}/, "")
    .replace(/[“”"«»」』\s]{1,12}$/, "");
