import type { DebateDraft } from "#debate/content/debate.ts";
import { isSources } from "#debate/content/side-headings.ts";

const LINK = /\[((?:[^[\]\\]|\\.){1,500})\]\((https?:\/\/[^\s()]{1,2000})\)/g;
const STRONG = /\*\*(?=\S)([^*]{1,2000}?)\*\*/g;
const EMPHASIS = /(?<![\\*])\*(?=[^\s*])([^*]{1,2000}?)(?<![\s\\])\*(?!\*)/g;
const ITEM = /^(?:[-*+] |\d{1,3}[.)] )/;
const NOTE_MARK = /\[\^[\w-]{1,20}\]/g;
const NOTE = /^\[\^[\w-]{1,20}\]:\s{1,8}/;

const withoutEmphasis = (text: string) =>
  text
    .replace(STRONG, "$1")
    .replace(EMPHASIS, "$1")
    .replace(/\\([*\]\\])/g, "$1");

/** A line as it was marked, and whether it is a quotation. */
type Marked = { text: string; hasMarks: boolean; isQuoted: boolean };
/** A text without marks but those of headings; what was taken from it; its footnotes. */
export type Unmarked = { text: string; marked: Map<string, Marked>; notes: string[] };

/**
 * [U5] The text of a file without Markdown, which the readers know nothing of. Links stay under the heading of resources, where
 * they are read. Footnotes are set aside [U3].
 */
export function withoutMarkup(text: string): Unmarked {
  const marked = new Map<string, Marked>();
  const notes: string[] = [];
  let inSources = false;
  const plainLine = (raw: string): string => {
    if (NOTE.test(raw)) {
      notes.push(raw.replace(NOTE, ""));
      return "";
    }
    if (/^#{1,6} /.test(raw)) inSources = isSources(raw.replace(/^#+ /, ""));
    else if (isSources(raw)) inSources = true;
    const line = raw.replace(NOTE_MARK, "");
    const isQuoted = /^> ?/.test(line);
    const inner = line.replace(/^> ?/, "");
    const linked = withoutEmphasis(inner);
    const plain = linked.replace(LINK, "$1");
    if (plain !== line)
      marked.set(plain.trim(), {
        text: inner.trim(),
        isQuoted,
        hasMarks: linked !== plain || withoutMarks(inner) !== inner,
      });
    return inSources ? linked : plain;
  };
  const lines = text.split(/\r\n?|\n/).map(plainLine);
  return { text: lines.join("\n"), marked, notes };
}

const withoutMarks = (text: string) => text.replace(STRONG, "$1").replace(EMPHASIS, "$1");

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
