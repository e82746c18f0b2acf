import type { FileRemark } from "#debate/content/file-remarks.ts";
import type { TextLine } from "#server/files/pdf-lines.ts";

/** The share of a page's height, at top and bottom, with headers and footers. */
const MARGIN = 0.12;
const PAGE_NUMBER =
  /^(?:[-–—|\s]*(?:page|p\.|ページ)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:\/|of)\s*\d{1,4})?(?:\s*(?:ページ|頁))?[-–—|\s]*)$/i;

/** [U2] Removes lines that repeat from page to page, and page numbers. */
export function withoutHeadersAndFooters(pages: readonly TextLine[][], remarks: FileRemark[]): TextLine[][] {
  const times = new Map<string, number>();
  for (const lines of pages)
    for (const form of new Set(lines.filter(isInMargin).map(formOf)))
      times.set(form, (times.get(form) ?? 0) + 1);
  const removed: string[] = [];
  const isRunning = (line: TextLine, page: readonly TextLine[]) => {
    if (!isInMargin(line)) return false;
    const repeats = times.get(formOf(line)) ?? 0;
    return (
      (repeats >= 2 && repeats >= pages.length * 0.3) || (PAGE_NUMBER.test(line.text) && isAlone(line, page))
    );
  };
  const kept = pages.map((lines) =>
    lines.filter((line) => {
      if (!isRunning(line, lines)) return true;
      if (!PAGE_NUMBER.test(line.text)) removed.push(line.text);
      return false;
    }),
  );
  const distinct = [...new Set(removed)];
  if (distinct.length > 0)
    remarks.push({
      code: "page-lines-left-out",
      count: removed.length,
      text: distinct.slice(0, 3).join(" | ").slice(0, 300),
    });
  return kept;
}

const isInMargin = ({ depth }: TextLine) => depth < MARGIN || depth > 1 - MARGIN;
/** Unlike a year at the end of a paragraph. */
const isAlone = (line: TextLine, page: readonly TextLine[]) =>
  page.every((other) => other === line || Math.abs(other.y - line.y) > 1.8 * line.size);
/** Equal for repeated lines, whose numbers may differ. */
const formOf = ({ text, depth }: TextLine) =>
  `${depth < 0.5 ? "top" : "bottom"} ${text.replace(/\d+/g, "#")}`;
