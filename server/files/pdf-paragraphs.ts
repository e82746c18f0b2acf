import type { FileRemark } from "#debate/content/file-remarks.ts";
import { between } from "#debate/content/newsletter-japanese.ts";
import { escaped } from "#server/files/html-words.ts";
import { endsSentence, inReadingOrder } from "#server/files/pdf-columns.ts";
import type { TextLine } from "#server/files/pdf-lines.ts";
import { withoutNotes } from "#server/files/pdf-notes.ts";

/** Text of this many times the usual size is a heading. */
const HEADING = 1.12;

type Block = { text: string; size: number; last: TextLine };

/** [U2] The paragraphs of all pages, with a blank line between them; headings are those in larger letters. */
export function textOfLines(pages: readonly TextLine[][], remarks: FileRemark[]): string {
  const all = pages.flatMap((lines, page) =>
    lines.map((line) => ({ ...line, page, flow: page * 1_000 + line.flow })),
  );
  const usual = usualSize(all);
  const { lines: texts, notes } = withoutNotes(all, usual);
  const lines = asRows(inReadingOrder(texts, usual, remarks));
  const pitch = usualPitch(lines);
  const edges = edgesOf(all);
  const hyphens = createHyphens(lines);
  const unsure: string[] = [];
  const blocks: Block[] = [];
  for (const line of lines) {
    const block = blocks.at(-1);
    const how = block ? joinOf(block.last, line, pitch, edges) : "apart";
    if (!block || how === "apart") {
      blocks.push({ text: line.text, size: line.size, last: line });
      continue;
    }
    if (how === "unsure") unsure.push(line.text);
    block.text = how === "line" ? `${block.text}\n${line.text}` : hyphens.join(block.text, line.text);
    block.last = line;
  }
  for (const text of unsure.slice(0, 5))
    remarks.push({ code: "break-unsure", text: `${text.slice(0, 60)}…` });
  if (hyphens.mended.size > 0)
    remarks.push({
      code: "hyphens-mended",
      count: hyphens.mended.size,
      text: [...hyphens.mended].slice(0, 8).join(", "),
    });
  const sizes = [
    ...new Set(blocks.filter(({ size }) => size >= usual * HEADING).map(({ size }) => Math.round(size))),
  ].sort((a, b) => b - a);
  const paragraphs = blocks.map(({ text, size }) => {
    const isHeading = size >= usual * HEADING && text.length <= 300;
    const level = Math.min(6, sizes.indexOf(Math.round(size)) + 1);
    const words = escaped(text);
    return isHeading ? words.replace(/^/gm, `${"#".repeat(level)} `) : words;
  });
  return [...paragraphs, ...notes].join("\n\n");
}

/** [U14] Lines of several cells below each other are the rows of a table. */
function asRows(lines: readonly TextLine[]): TextLine[] {
  const isRow = (line: TextLine | undefined) => (line?.cells?.length ?? 0) > 1;
  return lines.map((line, at) => {
    const [above, below] = [lines[at - 1], lines[at + 1]];
    if (!line.cells || !isRow(line) || !(isRow(above) || isRow(below))) return line;
    const begins = !(isRow(above) && above?.flow === line.flow);
    return { ...line, text: `- ${line.cells.join(" | ")}`, begins, isRow: true };
  });
}

function usualSize(lines: readonly TextLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 10;
}

/** How far most lines are below each other, as a share of their size. */
function usualPitch(lines: readonly TextLine[]): number {
  const gaps = lines
    .flatMap((line, at) => {
      const next = lines[at + 1];
      return next && next.flow === line.flow && sameSize(line, next) ? [(line.y - next.y) / line.size] : [];
    })
    .filter((gap) => gap > 0.8 && gap < 3)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 3)] ?? 1.3;
}

const sameSize = (a: TextLine, b: TextLine) => Math.abs(a.size - b.size) < 0.08 * a.size;

type EdgesOf = (line: TextLine) => { left: number; right: number };

/** Where the column of a line begins and ends. Page numbers, which may stand beside it, are no longer among these lines. */
function edgesOf(lines: readonly TextLine[]): EdgesOf {
  const edges = new Map<number, ReturnType<EdgesOf>>();
  const edgesAt: EdgesOf = ({ flow, x, end }) => edges.get(flow) ?? { left: x, right: end };
  for (const line of lines) {
    const { left, right } = edgesAt(line);
    edges.set(line.flow, { left: Math.min(left, line.x), right: Math.max(right, line.end) });
  }
  return edgesAt;
}

/** Whether the next line's first word would have fitted, so that the line was ended on purpose. */
function hasRoom(line: TextLine, next: TextLine, right: number): boolean {
  const letter = (next.end - next.x) / Math.max(1, next.text.length);
  const word = /^\S+/.exec(next.text)?.[0] ?? "";
  const isClose = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word);
  return line.end + letter * (isClose ? 4 : word.length + 1.5) < right;
}

/** How a line follows the one before it. */
function joinOf(
  line: TextLine,
  next: TextLine,
  pitch: number,
  edges: EdgesOf,
): "word" | "line" | "apart" | "unsure" {
  if (line.isRow && next.isRow) return "line";
  if (line.isRow || next.isRow || next.begins) return "apart";
  if (line.isApart || next.isApart || !sameSize(line, next)) return "apart";
  const isSameFlow = line.flow === next.flow;
  const gap = (line.y - next.y) / line.size;
  if (isSameFlow && (gap > pitch * 1.3 || gap < 0)) return "apart";
  const { left, right } = edges(line);
  const indent = next.x - edges(next).left;
  const isIndented = indent > 0.8 * next.size && indent < 6 * next.size && line.x - left < 0.5 * line.size;
  const goesOn = /^\p{Ll}/u.test(next.text);
  if (isIndented && !goesOn) return "apart";
  const isShort = hasRoom(line, next, right);
  if (endsSentence(line.text) && isShort && !goesOn) return "apart";
  if (isSameFlow) return isShort && !goesOn ? "line" : "word";
  // In another column or on another page.
  if (isShort && !goesOn) return "apart";
  return endsSentence(line.text) ? "unsure" : "word";
}

/** Prefixes that keep their hyphen. */
const WITH_HYPHEN = /^(?:self|well|half|ex|non|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/i;

/** Joins words broken at the end of a line. Words with a hyphen elsewhere keep it. */
function createHyphens(lines: readonly TextLine[]) {
  const words = new Set(
    lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []),
  );
  const mended = new Set<string>();
  return {
    mended,
    join(before: string, next: string): string {
      const [, stem = ""] = /(\p{L}[\p{L}\p{N}-]*)[-\u2010\u00ad]$/u.exec(before.slice(-60)) ?? [];
      const [rest = ""] = /^\p{Ll}[\p{L}\p{N}]*/u.exec(next) ?? [];
      if (stem === "" || rest === "") {
        // "1993–" and "1997", "U.S.-" and "Japan".
        const isBroken = /[\p{L}\p{N}.][-\u2010–—]$/u.test(before.slice(-3)) && /^[\p{L}\p{N}“]/u.test(next);
        // Ignore a footnote's mark.
        const words = before.replace(/\[\^\d{1,3}\]$/, "");
        return before + (isBroken ? "" : between(words, next)) + next;
      }
      // "vis-à-" and "vis", "forty-" and "one".
      if (stem.includes("-") || WITH_HYPHEN.test(stem)) return before + next;
      const hyphened = `${stem}-${rest}`.toLowerCase();
      if (words.has(hyphened) && !words.has(`${stem}${rest}`.toLowerCase())) return before + next;
      mended.add(stem + rest);
      return before.slice(0, -1) + next;
    },
  };
}
