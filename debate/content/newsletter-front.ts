import { PublicationDate } from "#debate/content/debate.ts";
import { beginning, type Warning } from "#debate/content/newsletter-remarks.ts";
import { unmarked } from "#debate/content/newsletter-sections.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
const DATES = [
  new RegExp(`\\b${DAY} ${MONTH},? (?<year>\\d{4})\\b`, "i"),
  new RegExp(`\\b${MONTH} (?:${DAY},? )?(?<year>\\d{4})\\b`, "i"),
  /\b(?<year>\d{4})-(?<month>\d{2})(?:-(?<day>\d{2}))?\b/,
];

/** [N6] The first date in a short text, as exact as printed: "February 2019" is 2019-02. */
export function dateIn(text: string): string | undefined {
  for (const pattern of DATES) {
    const { year, month = "", day } = pattern.exec(text)?.groups ?? {};
    const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    const parts = [year, String(named || month).padStart(2, "0"), day?.padStart(2, "0")];
    const date = parts.filter((part) => part !== undefined).join("-");
    if (year !== undefined && PublicationDate.safeParse(date).success) return date;
  }
  return undefined;
}

const VOLUME = /\bvol(?:ume)?\b\.?\s*(\d{1,4})\b/i;
const ISSUE = /\b(?:issue|number|no\.)\s*(\d{1,4})\b/i;
const isTitle = (line: string) => line !== "" && line.length <= 120 && !/[.?!]$/.test(line);

/** "Vol. 2 Issue 3" and the text before it. */
export function numbering(line: string) {
  const volume = VOLUME.exec(line);
  const issue = ISSUE.exec(line);
  const at = Math.min(volume?.index ?? line.length, issue?.index ?? line.length);
  return {
    volume: Number(volume?.[1]) || undefined,
    issue: Number(issue?.[1]) || undefined,
    before: line.slice(0, at).replace(/[\s,;:|(–—-]{1,12}$/, ""),
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

const RESOLVED = /^["“#*_\s]{0,12}resolved\b["”*_\s]{0,6}([:.,–—-]?)[*_\s]{0,6}(.*)$/i;

function takeResolution(front: Front, warnings: Warning[]): void {
  const matches = front.rest.map((line) => (line.length <= 400 ? RESOLVED.exec(line) : null));
  let at = matches.findIndex((match) => match?.[1] === ":");
  const sure = at !== -1;
  if (!sure) at = matches.findIndex((match, index) => match && !/[a-z]\.$/.test(front.rest[index] ?? ""));
  if (at === -1) return;
  let resolution = matches[at]?.[2] ?? "";
  front.rest[at] = "";
  let next = at + 1;
  if (resolution === "") while (front.rest[next] === "") next += 1;
  // A resolution that continues on the next line, or is on the line below "RESOLVED:".
  let joined = false;
  while (isTitle(front.rest[next] ?? "") && (resolution === "" || resolution.length >= 40)) {
    const line = front.rest[next] ?? "";
    const { volume, issue } = numbering(line);
    if (volume || issue || dateIn(line) || resolution.length + line.length > 290) break;
    joined ||= resolution !== "";
    resolution = `${resolution} ${line}`.trim();
    front.rest[next] = "";
    next += 1;
  }
  resolution = withoutStrayQuotes(resolution.replace(/[*_\s]{1,12}$/, ""));
  if (resolution === "") return;
  front.resolution = resolution;
  if (!sure || joined) warnings.push({ code: "resolution-unsure", resolution: beginning(resolution) });
}

/** Whether a line begins a resolution: "RESOLVED:" in any case. */
export const isResolution = (line: string) => line.length <= 400 && RESOLVED.exec(line)?.[1] === ":";

/** A title without quotation marks around it, even if one is missing. */
export const withoutStrayQuotes = (text: string) =>
  text.replace(/^[“”"«»\s]{1,12}/, "").replace(/[“”"«»\s]{1,12}$/, "");
