import type { FileRemark } from "#debate/content/file-remarks.ts";
import { sideOfHeading } from "#debate/content/side-headings.ts";
import type { TextLine } from "#server/files/pdf-lines.ts";

/** The lines of a column on one page, or those over both. */
type Run = TextLine[];
const columnOf = ([line]: Run) => line?.column;

export const endsSentence = (text: string) => /[.?!…:。！？]["”’»)\]」』）]*$/.test(text.slice(-8));

/** 1 if a sentence goes on from one column to the next, -1 if it can't, 0 if unclear. */
function goesOn(before: Run, next: Run): 1 | 0 | -1 {
  const [last, first] = [before.at(-1)?.text ?? "", next[0]?.text ?? ""];
  const isCaseless = /^\p{Lo}/u.test(first);
  const isWithin = isCaseless || /^\p{Ll}/u.test(first);
  if (!isWithin) return 0;
  return endsSentence(last) ? (isCaseless ? 0 : -1) : 1;
}

const pairsOf = (runs: readonly Run[]) =>
  runs.slice(1).map((next, at) => ({ next, verdict: goesOn(runs[at] ?? [], next) }));
const scoreOf = (runs: readonly Run[]) => pairsOf(runs).reduce((sum, { verdict }) => sum + verdict, 0);

/** Whether both columns begin with a heading: of a side each, or of one size at one height. */
function headsOf(
  left: Run | undefined,
  right: Run | undefined,
  usual: number,
): "sides" | "headings" | "none" {
  const [one, other] = [left?.[0], right?.[0]];
  if (!one || !other || one.page !== other.page) return "none";
  const sides = [one, other].map(({ text }) => sideOfHeading(text)?.side);
  if (sides[0] && sides[1] && sides[0] !== sides[1]) return "sides";
  const isHeading = Math.min(one.size, other.size) >= 1.12 * usual;
  return isHeading && Math.abs(one.y - other.y) < one.size ? "headings" : "none";
}

/**
 * [U15] The lines of all pages in the order in which they are read: columns one after the other on each page, or each of them
 * from page to page, if both begin with a heading or the sentences go on so. If that is unclear, the preview asks.
 */
export function inReadingOrder(lines: readonly TextLine[], usual: number, remarks: FileRemark[]): TextLine[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run?.[0]?.flow === line.flow) run.push(line);
    else runs.push([line]);
  }
  const columns = runs.filter((run) => columnOf(run) !== undefined);
  if (columns.length < 3) return [...lines];
  const left = columns.filter((run) => columnOf(run) === "left");
  const right = columns.filter((run) => columnOf(run) === "right");
  const heads = headsOf(left[0], right[0], usual);
  const [along, across] = [scoreOf([...left, ...right]), scoreOf(columns)];
  const isAlong = heads === "none" ? along > across : along >= across;
  const order = isAlong ? [...left, ...right] : columns;
  const isKnown = heads === "sides" || Math.max(along, across) > Math.min(along, across);
  if (isAlong) remarks.push({ code: "columns-followed" });
  for (const { next, verdict } of pairsOf(order).slice(0, MOST_ASKED)) {
    const [first] = next;
    const isHead = isAlong && next === right[0];
    if (!first || isHead || verdict === 1 || (verdict === 0 && isKnown)) continue;
    first.begins = true;
    remarks.push({ code: "column-unsure", text: opening(next), end: plain(next.at(-1)).slice(-60) });
  }
  if (!isAlong) return [...lines];
  const begin = runs.findIndex((run) => columnOf(run) !== undefined);
  const around = runs.filter((run) => columnOf(run) === undefined);
  const isBefore = (run: Run) => runs.indexOf(run) < begin;
  return [...around.filter(isBefore), ...order, ...around.filter((run) => !isBefore(run))].flat();
}

/** Pages whose columns are asked about. */
const MOST_ASKED = 20;
const plain = (line: TextLine | undefined) => (line?.text ?? "").replace(/\[\^\d{1,3}\]/g, "");
const opening = (run: Run) => `${plain(run[0]).slice(0, 60)}…`;
