import type { Paragraph } from "#debate/content/debate.ts";
import { sentencesOf } from "#debate/content/sentences.ts";
import type { Quote } from "#debate/rules/rebuttals.ts";

/** Words that were picked to be answered; `at`: where in their paragraph they begin. */
export type Pick = Quote & { at: number };

/** The whole sentence before or after the picked words, across paragraphs of one position; null where there is none. */
export function sentenceBeside(
  paragraphs: readonly Paragraph[],
  { side, n, at, exact }: Pick,
  by: 1 | -1,
): Pick | null {
  const all = paragraphs.flatMap((paragraph) => {
    let end = 0;
    return sentencesOf(paragraph.text).map((sentence) => {
      const start = end;
      end += sentence.length;
      return { n: paragraph.n, start, end, exact: sentence.trim() };
    });
  });
  const edge = by === 1 ? at + exact.length - 1 : at;
  const here = all.findIndex((sentence) => sentence.n === n && sentence.start <= edge && edge < sentence.end);
  const next = here < 0 ? undefined : all[here + by];
  return next ? { side, n: next.n, at: next.start, exact: next.exact } : null;
}
