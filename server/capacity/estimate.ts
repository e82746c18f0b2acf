import { BOUNDS, type Capacity, LARGEST, SAFETY } from "#debate/protocol/capacity.ts";

/** How long the 95th of 100 waited for what all asked for at one instant, and the event loop's share of it, in milliseconds. */
export type Answers = { p95: number; loop: number };

/** What one class of a check showed. Times in milliseconds. */
export type Played = {
  /** How many phones were connected, and how many of them were new. */
  phones: number;
  joined: number;
  /** What the server used while those joined: its event loop, and all its threads together. */
  loop: number;
  cpu: number;
  /** A vote cast by all at one instant, and a step of the reveal. */
  vote: Answers;
  reveal: Answers;
};

/**
 * [Q2] The number of phones with which each bound is just kept, and the least of them. Joining takes one core's event
 * loop, or all cores.
 */
export function estimate(classes: readonly Played[], cores: number): Capacity {
  const last = classes.at(-1);
  if (!last) throw new Error("No class was played.");
  // The first phones find cold caches, which the others do not.
  const warm = classes.length > 1 ? classes.slice(1) : classes;
  const sum = (of: (played: Played) => number) => warm.reduce((total, played) => total + of(played), 0);
  const perJoin = Math.max(
    sum(({ loop }) => loop),
    sum(({ cpu }) => cpu) / cores,
  );
  const joinsPerSecond = (sum(({ joined }) => joined) * 1_000) / perJoin;
  const keeps = {
    joining: joinsPerSecond * BOUNDS.joining,
    vote: answeredWithin(BOUNDS.vote * 1_000, last.phones, last.vote),
    reveal: answeredWithin(BOUNDS.reveal * 1_000, last.phones, last.reveal),
  };
  const limit = (["joining", "vote", "reveal"] as const).reduce((least, each) =>
    keeps[each] < keeps[least] ? each : least,
  );
  const safe = twoDigits(keeps[limit] * SAFETY);
  return {
    phones: Math.min(safe, LARGEST),
    orMore: safe >= LARGEST,
    limit,
    played: last.phones,
    vote: Math.round(last.vote.p95),
    reveal: Math.round(last.reveal.p95),
    joinsPerMinute: twoDigits(joinsPerSecond * 60),
  };
}

/**
 * How many phones are answered in time. Only the event loop's part grows with the class; what is waited for besides (the disk,
 * the computer's other programs) does not.
 */
function answeredWithin(bound: number, phones: number, { p95, loop }: Answers): number {
  if (p95 > bound) return (phones * bound) / p95;
  return phones * (1 + (bound - p95) / Math.max(1, loop));
}

/** Rounded down to two digits: 1,290 as 1,200, so that no one takes it for exact. */
function twoDigits(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.floor(value / unit) * unit;
}

/** Whether a class waited longer than the bounds allow, so that no larger one has to be played. */
export function isTooSlow({ vote, reveal }: Pick<Played, "vote" | "reveal">): boolean {
  return vote.p95 > BOUNDS.vote * 1_000 || reveal.p95 > BOUNDS.reveal * 1_000;
}
