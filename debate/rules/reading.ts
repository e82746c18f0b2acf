import type { z } from "zod";
import { sentencesOf } from "#debate/content/sentences.ts";
import type * as mine from "#debate/protocol/answers/mine.ts";
import type * as snapshot from "#debate/protocol/answers/session-state.ts";
import type { Side } from "#debate/rules/choices.ts";
import { type Phase, positionsReadable, resultsPublic } from "#debate/rules/phases.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** A sentence of a position: of its paragraph `n`, counted from 1, in every version the same [X1]. */
export type SentencePlace = z.infer<typeof mine.SentencePlace>;
/** [X10] What the host sees while the class reads: how many have read both positions, and which sentences they don't understand. */
export type ReadingCounts = z.infer<typeof snapshot.ReadingCounts>;

/** How many sentences the host sees at most: those that the most students marked. */
export const UNCLEAR_TOLD = 50;

/** [X10] A class that was asked to can say what it has read from when it may read the positions until its results. */
export function maySayRead({
  phase,
  settings,
}: {
  phase: Phase;
  settings: Pick<Settings, "activities">;
}): boolean {
  return settings.activities.reading !== undefined && positionsReadable(phase) && !resultsPublic(phase);
}

/** The words of a sentence; undefined where these texts have no such sentence. */
export function sentenceAt(
  positions: readonly { side: Side; paragraphs: readonly { n: number; text: string }[] }[],
  { side, n, sentence }: SentencePlace,
): string | undefined {
  const paragraph = positions
    .find((position) => position.side === side)
    ?.paragraphs.find((each) => each.n === n);
  return (paragraph && sentencesOf(paragraph.text)[sentence - 1]?.trim()) || undefined;
}
