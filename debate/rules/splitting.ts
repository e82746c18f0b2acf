import type { Tally } from "#debate/counting/tally.ts";

/** A class that was taught a debate: whose it was, and whether its first vote was split. */
export type TaughtClass = { hostId: string; split: boolean };
/** How many of so many classes were split. */
export type Splits = { classes: number; split: number };

/** [D43] The least share that each side has in a class that is split, and the fewest votes of a class that counts. */
const LEAST_SHARE = 0.3;
const FEWEST_VOTES = 8;
const FEWEST_CLASSES = 3;

/** [D43] Whether a class was split at its first vote; null of too few people. */
export function isSplit(votes: Tally): boolean | null {
  const all = votes.for + votes.against + votes.undecided;
  if (all < FEWEST_VOTES) return null;
  return Math.min(votes.for, votes.against) >= LEAST_SHARE * all;
}

/**
 * [D43] How many of a debate's classes were split, from three classes on. Colleagues' classes count once there are three of them:
 * with fewer, an instructor could subtract their own and learn how one colleague's class voted.
 */
export function splitsFor(classes: readonly TaughtClass[], hostId: string): Splits | undefined {
  const own = classes.filter((each) => each.hostId === hostId);
  const others = classes.filter((each) => each.hostId !== hostId);
  const counted = [...own, ...(others.length >= FEWEST_CLASSES ? others : [])];
  if (counted.length < FEWEST_CLASSES) return undefined;
  return { classes: counted.length, split: counted.filter(({ split }) => split).length };
}

/** [D43] Whether most classes were split, so that a new one probably would be. */
export const usuallySplits = ({ classes, split }: Splits): boolean => 2 * split > classes;
