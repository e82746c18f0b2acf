import type { Timeline } from "#debate/counting/timeline.ts";
import type { Round } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { openRound, PHASE_OF_ROUND } from "#debate/rules/phases.ts";

/** What had happened when a number of bins were over. */
export type Reading = {
  /** In milliseconds since the epoch. */
  at: number;
  phase: Phase | null;
  /** Of the round that is open, else of the last one. `isOpen`: whether it is. */
  vote: { round: Round; voted: number; isOpen: boolean } | null;
  rebuttals: number;
  endorsements: number | null;
};

export const binsOf = ({ stretches }: Timeline) => stretches.reduce((sum, { bins }) => sum + bins, 0);

export function readingAt(timeline: Timeline, place: number): Reading {
  const { phases, turnout, rebuttals, endorsements } = timeline;
  // At the very beginning the first phase counts, however short it was.
  const begun = place === 0 ? phases.slice(0, 1) : phases.filter(({ from }) => from < place);
  const phase = begun.at(-1)?.phase ?? null;
  const held = begun.flatMap((each) => openRound(each.phase) ?? []);
  const voting = (turnout ?? []).filter(({ cast }) => sumTo(cast, place) > 0);
  const round = held.at(-1) ?? voting.at(-1)?.round;
  const counted = turnout?.find((each) => each.round === round);
  return {
    at: timeAt(timeline, place),
    phase,
    vote: counted
      ? {
          round: counted.round,
          voted: sumTo(counted.cast, place),
          isOpen: phase === PHASE_OF_ROUND[counted.round],
        }
      : null,
    rebuttals: sumTo(rebuttals, place),
    endorsements: endorsements && sumTo(endorsements, place),
  };
}

/** When a number of bins were over, in milliseconds; at a pause, when it began. */
function timeAt({ stretches, seconds }: Timeline, place: number): number {
  let rest = place;
  for (const { at, bins } of stretches) {
    if (rest <= bins) return at + rest * seconds * 1_000;
    rest -= bins;
  }
  return 0;
}

/** The places, from 0 to 1, at which a stretch begins after a pause, and when. */
export function pausesOf(timeline: Timeline): { place: number; at: number }[] {
  let bins = 0;
  return timeline.stretches
    .map((stretch) => {
      const pause = { place: bins / binsOf(timeline), at: stretch.at };
      bins += stretch.bins;
      return pause;
    })
    .slice(1);
}

/** The times that are written below the picture: both ends, and pauses and phases that leave room for them. */
export function ticksOf(timeline: Timeline, apart: number): { place: number; at: number }[] {
  const bins = binsOf(timeline);
  const ends = [
    { place: 0, at: timeAt(timeline, 0) },
    { place: 1, at: timeAt(timeline, bins) },
  ];
  const starts = timeline.phases.map(({ from, at }) => ({ place: from / bins, at }));
  const ticks = [...ends];
  for (const each of [...pausesOf(timeline), ...starts])
    if (ticks.every(({ place }) => Math.abs(place - each.place) >= apart)) ticks.push(each);
  return ticks.sort((one, other) => one.place - other.place);
}

export function sumTo(counts: readonly number[], place: number): number {
  return counts.slice(0, place).reduce((sum, count) => sum + count, 0);
}

/** The running total after each bin. */
export function totalsOf(counts: readonly number[]): number[] {
  let total = 0;
  return counts.map((count) => {
    total += count;
    return total;
  });
}
