import { BOUNDS, type Capacity, LARGEST, SAFETY } from "#debate/protocol/capacity.ts";

/** What one class of a check showed. Times in milliseconds. */
export type Played = {
  /** How many phones were connected, and how many of them were new. */
  phones: number;
  joined: number;
  /** What the server used while those joined: its event loop, and all its threads together. */
  loop: number;
  cpu: number;
  /** The 95th percentile of a vote cast by all at one instant, and of a step of the reveal. */
  vote: number;
  reveal: number;
};

/**
 * [Q2] The number of phones with which each bound is just kept, and the least of them. Joining takes one core's event
 * loop, or all cores; answers to a class take time in proportion to its size.
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
    vote: (last.phones * BOUNDS.vote * 1_000) / last.vote,
    reveal: (last.phones * BOUNDS.reveal * 1_000) / last.reveal,
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
    vote: Math.round(last.vote),
    reveal: Math.round(last.reveal),
    joinsPerMinute: twoDigits(joinsPerSecond * 60),
  };
}

/** Rounded down to two digits: 1,290 as 1,200, so that no one takes it for exact. */
function twoDigits(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.floor(value / unit) * unit;
}

/** Whether a class waited longer than the bounds allow, so that no larger one has to be played. */
export function isTooSlow({ vote, reveal }: Pick<Played, "vote" | "reveal">): boolean {
  return vote > BOUNDS.vote * 1_000 || reveal > BOUNDS.reveal * 1_000;
}
