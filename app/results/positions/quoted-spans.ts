/** A stretch of a paragraph, and the ids of the rebuttals that quote it. */
export type Span = { text: string; answeredBy: string[] };

type Quotation = { id: string; exact: string };

const fold = (text: string) => text.replace(/\s+/gu, " ").trim();

/** Cuts a paragraph where quotations begin and end; those that overlap become one. White space may differ. */
export function quotedSpans(paragraph: string, quotations: readonly Quotation[]): Span[] {
  const text = fold(paragraph);
  const ranges = quotations
    .map(({ id, exact }) => ({ id, words: fold(exact) }))
    .map(({ id, words }) => ({ id, start: words === "" ? -1 : text.indexOf(words), length: words.length }))
    .filter(({ start }) => start >= 0)
    .sort((one, other) => one.start - other.start);
  const spans: Span[] = [];
  let at = 0;
  for (const { id, start, length } of ranges) {
    const end = start + length;
    const last = spans.at(-1);
    if (start < at && last) {
      last.answeredBy.push(id);
      last.text += text.slice(at, end);
    } else {
      if (start > at) spans.push({ text: text.slice(at, start), answeredBy: [] });
      spans.push({ text: text.slice(start, end), answeredBy: [id] });
    }
    at = Math.max(at, end);
  }
  if (at < text.length) spans.push({ text: text.slice(at), answeredBy: [] });
  return spans;
}
