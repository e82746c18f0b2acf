import type { z } from "zod";
import type * as answers from "#debate/protocol/answers/timeline-answer.ts";
import { DEBATE_ROUNDS, type Round } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { isClosed, PHASE_OF_ROUND } from "#debate/rules/phases.ts";

/** When things happened in a session, in whole seconds since the epoch. Null is hidden from the reader, or unknown. */
export type Moments = {
  /** From the log, the oldest first. */
  moves: readonly { at: number; phase: Phase }[];
  rebuttals: readonly number[];
  /** Of each round, when the ballots that count were cast. */
  ballots: Readonly<Partial<Record<Round, readonly number[]>>> | null;
  endorsements: readonly number[] | null;
  people: number | null;
};

/**
 * [V24] A session from its first move to the last thing that happened, in bins of equal length. Long stretches in which nothing happened
 * are left out.
 */
export type Timeline = z.infer<typeof answers.Timeline>;

const MOST_BINS = 288;
const MOST_STRETCHES = 12;
/** A pause at least this long is left out, in seconds; longer ones where there would be too many stretches. */
const PAUSE = 60 * 60;

/** Puts moments into bins. Which pauses are left out depends only on what the reader may see. */
export function timelineOf(moments: Moments, withheld: boolean): Timeline {
  const { rebuttals, ballots, endorsements, people } = moments;
  // A session may be closed weeks later, and vote once more in a year [P34]; that is not its lesson.
  const debated = moments.moves.findLastIndex(({ phase }) => !isClosed(phase));
  const moves = moments.moves.slice(0, debated + 1);
  const scale = scaleOf([
    ...moves.map(({ at }) => at),
    ...rebuttals,
    ...Object.values(ballots ?? {}).flat(),
    ...(endorsements ?? []),
  ]);
  const bins = scale.stretches.reduce((sum, stretch) => sum + stretch.bins, 0);
  const places = moves.map(({ at, phase }) => ({ at, phase, bin: scale.binOf(at) }));
  /** `during`: the only phase in which it happens. */
  const binned = (times: readonly number[], during?: Phase) => {
    const counts: number[] = Array(bins).fill(0);
    for (const at of times) {
      const bin = scale.binOf(at);
      // What came before the class moved on, in the same bin, counts to the phase that it was in.
      const isBefore = places.some((move) => move.bin === bin && move.at >= at && move.phase !== during);
      const place = isBefore && !scale.isFirst(bin) ? bin - 1 : bin;
      counts[place] = (counts[place] ?? 0) + 1;
    }
    return counts;
  };
  const isHeld = (round: Round) =>
    (ballots?.[round]?.length ?? 0) > 0 || moves.some(({ phase }) => phase === PHASE_OF_ROUND[round]);
  return {
    seconds: scale.seconds,
    stretches: scale.stretches.map(({ from, bins }) => ({ at: from * 1_000, bins })),
    phases: moves.map(({ phase, at }, index) => {
      const next = moves[index + 1];
      return { phase, at: at * 1_000, from: scale.binOf(at), to: next ? scale.binOf(next.at) : bins };
    }),
    people,
    turnout:
      ballots &&
      DEBATE_ROUNDS.filter(isHeld).map((round) => ({
        round,
        cast: binned(ballots[round] ?? [], PHASE_OF_ROUND[round]),
      })),
    rebuttals: binned(rebuttals, "rebuttal"),
    endorsements: endorsements && binned(endorsements),
    withheld,
  };
}

/** `bins`: how many; `first`: the number of the first. */
type Stretch = { from: number; to: number; bins: number; first: number };

function scaleOf(times: readonly number[]) {
  const sorted = Float64Array.from(times).sort();
  let found = stretchesIn(sorted, PAUSE);
  for (let pause = 2 * PAUSE; found.length > MOST_STRETCHES; pause *= 2) found = stretchesIn(sorted, pause);
  const length = found.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  // Each stretch rounds up, by less than a bin.
  const seconds = Math.max(1, Math.ceil(length / (MOST_BINS - found.length)));
  let first = 0;
  const stretches: Stretch[] = found.map(({ from, to }) => {
    const stretch = { from, to, bins: Math.ceil((to - from + 1) / seconds), first };
    first += stretch.bins;
    return stretch;
  });
  const binOf = (at: number) => {
    const { from, first } = stretches.findLast((stretch) => stretch.from <= at) ?? { from: at, first: 0 };
    return first + Math.floor((at - from) / seconds);
  };
  const isFirst = (bin: number) => stretches.some((stretch) => stretch.first === bin);
  return { seconds, stretches, binOf, isFirst };
}

function stretchesIn(sorted: Float64Array, pause: number): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (const at of sorted) {
    const last = stretches.at(-1);
    if (last && at - last.to < pause) last.to = at;
    else stretches.push({ from: at, to: at });
  }
  return stretches;
}
