import type { Paragraph, Position } from "#debate/content/debate.ts";
import type { SentencePlace } from "#debate/content/sentence-places.ts";
import { sentencesOf } from "#debate/content/sentences.ts";
import type { Quote } from "#debate/rules/rebuttals.ts";

/** Words that were picked to be answered; `at`: where in their paragraph they begin. */
export type Pick = Quote & { at: number };

/** Each sentence of a position, with where in its paragraph it begins and ends. */
function sentencesIn(paragraphs: readonly Paragraph[]) {
  return paragraphs.flatMap((paragraph) => {
    let end = 0;
    return sentencesOf(paragraph.text).map((words, index) => {
      const start = end;
      end += words.length;
      return { n: paragraph.n, sentence: index + 1, start, end, exact: words.trim() };
    });
  });
}

/** The whole sentence before or after the picked words, across paragraphs of one position; null where there is none. */
export function sentenceBeside(
  paragraphs: readonly Paragraph[],
  { side, n, at, exact }: Pick,
  by: 1 | -1,
): Pick | null {
  const all = sentencesIn(paragraphs);
  const edge = by === 1 ? at + exact.length - 1 : at;
  const here = all.findIndex((sentence) => sentence.n === n && sentence.start <= edge && edge < sentence.end);
  const next = here < 0 ? undefined : all[here + by];
  return next ? { side, n: next.n, at: next.start, exact: next.exact } : null;
}

/** The sentence in which picked words begin. */
export function sentencePicked(
  positions: readonly Position[],
  { side, n, at }: Pick,
): SentencePlace | undefined {
  const paragraphs = positions.find((position) => position.side === side)?.paragraphs ?? [];
  const found = sentencesIn(paragraphs).find((each) => each.n === n && each.start <= at && at < each.end);
  return found && { side, n, sentence: found.sentence };
}
