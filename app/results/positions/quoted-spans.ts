/** A stretch of a paragraph, and the ids of the rebuttals that quote it. */
export type Span = { text: string; answeredBy: string[] };

type Quotation = { id: string; exact: string };

const fold = (text: string) => text.replace(/\s+/gu, " ").trim();

/** A text with its white space folded, and the place of each of its letters in the original. */
function foldedWithPlaces(text: string): { folded: string; places: number[] } {
  const folded = fold(text);
  const places: number[] = [];
  for (const { 0: piece, index } of text.trimEnd().matchAll(/\s+|\S/gu))
    if (piece.trim() !== "") for (let unit = 0; unit < piece.length; unit++) places.push(index + unit);
    else if (index > 0) places.push(index);
  return { folded, places };
}

/**
 * Cuts a paragraph, as it was written, where quotations begin and end; those that overlap become one. White space may
 * differ.
 */
export function quotedSpans(text: string, quotations: readonly Quotation[]): Span[] {
  const { folded, places } = foldedWithPlaces(text);
  const ranges = quotations
    .flatMap(({ id, exact }) => {
      const words = fold(exact);
      const found = words === "" ? -1 : folded.indexOf(words);
      const [start, last] = [places[found], places[found + words.length - 1]];
      return start === undefined || last === undefined ? [] : [{ id, start, end: last + 1 }];
    })
    .sort((one, other) => one.start - other.start);
  const spans: Span[] = [];
  let at = 0;
  for (const { id, start, end } of ranges) {
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
