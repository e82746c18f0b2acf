import type { DebateDraft } from "#debate/content/debate.ts";
import { readInline } from "#debate/content/markdown.ts";
import { isSources } from "#debate/content/side-headings.ts";
import { withTables } from "#debate/content/tables.ts";

const ITEM = /^(?:[-*+] |\d{1,3}[.)] )/;

/** A line as it was marked, and whether it is a quotation. */
type Marked = { text: string; hasMarks: boolean; isQuoted: boolean };
/** A text without marks but those of headings, and what was taken from it. */
export type Unmarked = { text: string; marked: Map<string, Marked>; tables: number };

/**
 * [U5] The text of a file without Markdown, which the readers know nothing of. Under the heading of resources, addresses of links
 * stay. A table is a list of its rows in one paragraph [U14].
 */
export function withoutMarkup(source: string): Unmarked {
  const marked = new Map<string, Marked>();
  let inSources = false;
  const plainLine = (line: string): string => {
    const isQuoted = /^> ?/.test(line);
    const inner = line.replace(/^> ?/, "");
    const { text, marks } = readInline(inner);
    if (/^#{1,6} /.test(line)) inSources = isSources(text.replace(/^#+ /, ""));
    else if (isSources(text)) inSources = true;
    if (text !== line) marked.set(text.trim(), { text: inner.trim(), isQuoted, hasMarks: marks.length > 0 });
    if (!inSources) return text;
    return marks.reduceRight(
      (words, { to, href }) =>
        href === undefined ? words : `${words.slice(0, to)} ${href}${words.slice(to)}`,
      text,
    );
  };
  const { text, tables } = withTables(source, (rows) => {
    const plain = rows.map((row) => readInline(row).text).join("; ");
    const items = rows.map((row) => `- ${row}`).join("\n");
    marked.set(plain, { text: items, isQuoted: false, hasMarks: true });
    return rows.join("; ");
  });
  const lines = text.split(/\r\n?|\n/).map((line) => (marked.has(line) ? line : plainLine(line)));
  return { text: lines.join("\n"), marked, tables };
}

/** [U5] Gives the paragraphs of both positions their marks again, if any of them had some; a block quotation is one that is quoted. */
export function withMarkup<D extends DebateDraft>(draft: D, { marked }: Unmarked): D {
  const all = draft.positions.flatMap(({ paragraphs }) => paragraphs);
  const isMarked = all.some(({ text }) => marked.get(text)?.hasMarks || ITEM.test(text));
  const [first, second] = draft.positions;
  const again = <P extends typeof first | typeof second>(position: P): P => ({
    ...position,
    paragraphs: position.paragraphs.map((paragraph) => {
      const found = marked.get(paragraph.text);
      if (!found) return paragraph;
      return {
        ...paragraph,
        text: isMarked ? found.text : paragraph.text,
        ...(found.isQuoted ? { quoted: true } : {}),
      };
    }),
  });
  return {
    ...draft,
    ...(isMarked ? { format: "markdown" as const } : {}),
    positions: [again(first), again(second)],
  };
}
