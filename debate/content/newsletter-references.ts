import type { DebateDraft } from "#debate/content/debate.ts";
import { dateIn, numbering, withoutStrayQuotes } from "#debate/content/newsletter-front.ts";
import { between, isJapanese } from "#debate/content/newsletter-japanese.ts";
import type { Warning } from "#debate/content/newsletter-remarks.ts";

type References = Pick<DebateDraft, "resources" | "related">;

const RESOLVED = /\bresolved\b\s{0,4}[:：]?|(?:論題|決議)\s{0,4}[:：]/i;
const LINK = /https?:\/\/[^\s<>"“”\])、。」）]{1,2000}/i;
const LINK_FIRST = /^https?:/i;
const ENTRY = /^["“]?(?:vol(?:ume)?\b|issue \d|resolved\b|第.{1,4}[巻号]|論題)/i;

/** [N13] Resources, and other resolutions of the series, from the lines under "Related Resources". */
export function readReferences(lines: readonly string[], warnings: Warning[]): References {
  const references: References = { resources: [], related: [] };
  let volume: number | undefined;
  for (const line of entriesOf(lines)) {
    const found = line.length <= 500 ? numbering(line.slice(0, 40)) : undefined;
    if (found?.volume !== undefined) volume = found.volume;
    const resolved = line.length <= 500 ? RESOLVED.exec(line) : null;
    const opens = found?.before === "";
    if (opens && found.issue === undefined && resolved === null && line.length <= 30) continue;
    if (resolved !== null && (opens || resolved.index <= 3)) {
      const number = found?.issue === undefined ? "" : numberOf(volume, found.issue, isJapanese(line));
      readRelated(line.slice(resolved.index + resolved[0].length), number, references, warnings);
    } else readResource(line, references);
  }
  return references;
}

/** The lines without bullets, and with wrapped ones joined. */
function entriesOf(lines: readonly string[]): string[] {
  const entries: string[] = [];
  let previous = "";
  for (const line of lines) {
    if (goesOn(previous, line)) entries[entries.length - 1] += between(previous, line) + line;
    else if (line !== "") entries.push(line.replace(/^(?:[•·▪*–-]\s+|\d{1,2}[.)]\s+|[・●■○]\s*)/, ""));
    previous = line;
  }
  return entries;
}

/** A wrapped entry continues in lower case, or until the bracket with its date is closed. */
function goesOn(previous: string, line: string): boolean {
  if (previous === "" || LINK_FIRST.test(line) || ENTRY.test(line)) return false;
  if (/^\p{Ll}/u.test(line) || /\([^()]{0,20}$/.test(previous.slice(-21))) return true;
  return ENTRY.test(previous) && !previous.endsWith(")") && /\d\)["”.]{0,2}$/.test(line.slice(-12));
}

/** "Vol. 2, Issue 3: " or "第2巻第3号：". */
function numberOf(volume: number | undefined, issue: number, inJapanese: boolean): string {
  if (inJapanese) return `${volume === undefined ? "" : `第${volume}巻`}第${issue}号：`;
  return `${volume === undefined ? "" : `Vol. ${volume}, `}Issue ${issue}: `;
}

function readRelated(text: string, number: string, { related }: References, warnings: Warning[]): void {
  const bracket = /[(（]([^()（）]{1,40})[)）]["”“\s.。]{0,6}$/.exec(text.slice(-60));
  const date = bracket ? dateIn(bracket[1] ?? "") : undefined;
  const printed = (date && bracket ? text.slice(0, text.length - bracket[0].length) : text).trim();
  const title = withoutStrayQuotes(printed);
  const label = `${number}${title}`;
  if (title !== printed) warnings.push({ code: "quotes-cleaned", label });
  if (date === undefined) warnings.push({ code: "related-no-date", label });
  if (label !== "") related.push({ label, ...(date === undefined ? {} : { date }) });
}

function readResource(line: string, { resources }: References): void {
  const url = LINK.exec(line)?.[0].replace(/[.,;:!?'’]{1,12}$/, "");
  const last = resources.at(-1);
  if (url === undefined) {
    resources.push({ label: line });
    return;
  }
  const label = line
    .replace(url, "")
    .replace(/[[(<]{1,3}\s?[\])>]{1,3}\.?$|\]\(\)?\.?$/, "")
    .replace(/^[[\s]{1,4}|[\s:,.–—-]{1,8}$/g, "");
  if (label === "" && last && !last.url) last.url = url;
  else resources.push({ label: label || url, url });
}
