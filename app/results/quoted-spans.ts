/** A stretch of a paragraph, and whether a rebuttal quotes it. */
export type Span = { text: string; quoted: boolean };

const fold = (text: string) => text.replace(/\s+/gu, " ").trim();

/** Cuts a paragraph where quotations begin and end; those that overlap become one. White space may differ. */
export function quotedSpans(paragraph: string, quotations: readonly string[]): Span[] {
  const text = fold(paragraph);
  const ranges = quotations
    .map(fold)
    .map((exact): [number, number] => [exact === "" ? -1 : text.indexOf(exact), exact.length])
    .filter(([start]) => start >= 0)
    .map(([start, length]): [number, number] => [start, start + length])
    .sort(([one], [other]) => one - other);
  const spans: Span[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    const last = spans.at(-1);
    if (from > at) spans.push({ text: text.slice(at, from), quoted: false });
    else if (last?.quoted) {
      last.text += text.slice(from, end);
      at = end;
      continue;
    }
    spans.push({ text: text.slice(from, end), quoted: true });
    at = end;
  }
  if (at < text.length) spans.push({ text: text.slice(at), quoted: false });
  return spans;
}
