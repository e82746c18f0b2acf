import { type Matrix, winnerBy, winnerOf } from "#debate/counting/movement.ts";
import { LEAST_GROUP, type Tally, total } from "#debate/counting/tally.ts";
import { CHOICES } from "#debate/rules/choices.ts";

/** What shares are rounded to, in percent: the finest that is at least four people of those who are counted. */
const STEPS = [1, 5, 10, 20, 25];

type Totals = { from: Tally; to: Tally };
type Way = { from: number; to: number };

/** Everyone who might look: an outsider, and a classmate of each way to vote twice. */
const OBSERVERS: (Way | null)[] = [
  null,
  ...[0, 1, 2].flatMap((from) => [0, 1, 2].map((to) => ({ from, to }))),
];

/**
 * [Z3] The shares of both votes of those who voted twice, in steps of at least four people; null where these, with the winner
 * and with one's own votes, would fix a total. That is decided only from what would be shown, over all classes whose
 * flow would be withheld, too, so the decision itself reveals nothing more.
 */
export function roundedShares(matrix: Matrix): Totals | null {
  const { from, to } = totalsOf(matrix);
  const n = total(from);
  const step = STEPS.find((each) => each * n >= 100 * LEAST_GROUP);
  if (step === undefined) return null;
  const winner = winnerOf(matrix);
  const pairs = alike(from, n, step).flatMap((first) =>
    alike(to, n, step).map((later) => ({ first, later })),
  );
  const possible = pairs.filter(({ first, later }) => winnerFrom(first, later) === winner);
  if (!OBSERVERS.every((observer) => hidesFrom(observer, possible, n))) return null;
  return { from: roundedTally(from, n, step), to: roundedTally(to, n, step) };
}

type Pair = { first: number[]; later: number[] };

/** Whether no answer, as far as this observer can tell, surely is that of one or two others, or of all but two. */
function hidesFrom(observer: Way | null, possible: readonly Pair[], n: number): boolean {
  const seen = possible.filter((pair) => couldBeIn(observer, pair));
  if (!seen.some((pair) => isSurelyWithheld(observer, pair, n)))
    // No one with these answers can be in the class, so nothing is revealed to them.
    return seen.length === 0;
  const worlds = seen.filter((pair) => isSurelyWithheld(observer, pair, n));
  const others = observer ? n - 1 : n;
  return (["first", "later"] as const).every((round) => {
    const own = observer && (round === "first" ? observer.from : observer.to);
    return [0, 1, 2].every((answer) => {
      const sizes = worlds.map((pair) => (pair[round][answer] ?? 0) - (own === answer ? 1 : 0));
      return (
        sizes.some((people) => people === 0 || people >= LEAST_GROUP - 1) &&
        sizes.some((people) => others - people >= LEAST_GROUP - 1)
      );
    });
  });
}

function couldBeIn(observer: Way | null, { first, later }: Pair): boolean {
  return observer === null || ((first[observer.from] ?? 0) > 0 && (later[observer.to] ?? 0) > 0);
}

/** Whether some class with these totals has the observer in it and surely a group of one to three: their own, or any. */
function isSurelyWithheld(observer: Way | null, { first, later }: Pair, n: number): boolean {
  const ways = observer ? [observer] : OBSERVERS.flatMap((way) => way ?? []);
  return ways.some(({ from, to }) => {
    const [row, column] = [first[from] ?? 0, later[to] ?? 0];
    return Math.max(1, row + column - n) <= Math.min(LEAST_GROUP - 1, row, column);
  });
}

function totalsOf([f, a, u]: Matrix): Totals {
  return {
    from: { for: f[0] + f[1] + f[2], against: a[0] + a[1] + a[2], undecided: u[0] + u[1] + u[2] },
    to: { for: f[0] + a[0] + u[0], against: f[1] + a[1] + u[1], undecided: f[2] + a[2] + u[2] },
  };
}

/** A share 0..1, to the nearest step. In integers, so that one half always goes the same way. */
function rounded(people: number, n: number, step: number): number {
  return (Math.floor((200 * people + step * n) / (2 * step * n)) * step) / 100;
}

function roundedTally(tally: Tally, n: number, step: number): Tally {
  const share = (people: number) => rounded(people, n, step);
  return { for: share(tally.for), against: share(tally.against), undecided: share(tally.undecided) };
}

/** All tallies of n people, for, against and undecided, that look like this one when their shares are rounded. */
function alike(tally: Tally, n: number, step: number): number[][] {
  const counts = Array.from({ length: n + 1 }, (_, people) => people);
  const [pros, cons, open] = CHOICES.map((choice) =>
    counts.filter((people) => rounded(people, n, step) === rounded(tally[choice], n, step)),
  );
  const undecided = new Set(open);
  return (pros ?? []).flatMap((pro) =>
    (cons ?? []).flatMap((con) => (undecided.has(n - pro - con) ? [[pro, con, n - pro - con]] : [])),
  );
}

/** [M4] [M5] From totals alone: their swings are those of any class with them. */
function winnerFrom(first: readonly number[], later: readonly number[]) {
  const [gainFor, gainAgainst] = [0, 1].map((side) => (later[side] ?? 0) - (first[side] ?? 0));
  const n = first.reduce((sum, people) => sum + people, 0);
  return winnerBy((gainFor ?? 0) - (gainAgainst ?? 0), n);
}
