import type { Position } from "#debate/content/debate.ts";
import { sentencesTouched } from "#debate/content/versions.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** How many rebuttals answer a paragraph, and each of its sentences. */
export type Answers = { all: number; sentences: readonly number[] };

/** [R23] What the class answered of one position, by the number of the paragraph. */
export function answersTo(
  { side, paragraphs }: Pick<Position, "side" | "paragraphs">,
  rebuttals: Iterable<Rebuttal>,
): Map<number, Answers> {
  const found = new Map<number, { all: number; sentences: number[] }>();
  for (const { quote, status } of rebuttals) {
    if (status !== "published" || quote?.side !== side) continue;
    const paragraph = paragraphs.find(({ n }) => n === quote.n);
    if (!paragraph) continue;
    const answers = found.get(quote.n) ?? { all: 0, sentences: [] };
    found.set(quote.n, answers);
    answers.all += 1;
    const [first, last] = quote.sentences ?? sentencesTouched(paragraph.text, quote.exact);
    for (let sentence = first; sentence <= last; sentence += 1)
      answers.sentences[sentence - 1] = (answers.sentences[sentence - 1] ?? 0) + 1;
  }
  return found;
}
