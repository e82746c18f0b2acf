import type { z } from "zod";
import {
  type Claim,
  claimOf,
  FEWEST_MOVERS,
  type Sums,
  standingIn,
  stepSum,
  stepsOf,
  sumsOf,
} from "#debate/counting/margin.ts";
import type { Moves } from "#debate/counting/movement.ts";
import type * as figures from "#debate/protocol/answers/figures.ts";
import { CHOICES, type Choice, OPPOSITE, SIDES, type Side } from "#debate/rules/choices.ts";

/** How few other last answers change what the headline claims, and what it claims then. */
export type OtherStanding = z.infer<typeof figures.OtherStanding>;

/**
 * [S11] The fewest people whose last answer would have to differ for the leader to lead no more; null where nobody leads.
 * A person who answers with the leader can move at most two steps away from it, an undecided one at most one.
 */
export function fragility(moves: Moves): number | null {
  const sum = stepSum(stepsOf(moves));
  if (sum === 0) return null;
  const leader = sum > 0 ? "for" : "against";
  const answering = (after: Choice) => CHOICES.reduce((people, before) => people + moves[before][after], 0);
  const farthest = answering(leader);
  const size = Math.abs(sum);
  return size <= 2 * farthest ? Math.ceil(size / 2) : size - farthest;
}

/** [S14] The fewest people whose last answer would have to differ for the verdict's standing to change; null where none could. */
export function fragilityOfStanding(moves: Moves): number | null {
  const { n, movers } = sumsOf(stepsOf(moves));
  if (movers >= FEWEST_MOVERS) return otherStanding(moves)?.people ?? null;
  return n < FEWEST_MOVERS ? null : FEWEST_MOVERS - movers;
}

/**
 * [S14] Null where few moved. A standing follows from the sum of the steps, from the sum of their squares, and from how many moved.
 * Among the fewest changes none goes against the others: without it the standing would have changed, too. So for each number
 * of people, of whom some change by two steps, only the largest or the smallest sum of squares matters.
 */
export function otherStanding(moves: Moves): OtherStanding | null {
  const now = sumsOf(stepsOf(moves));
  const claim = claimOf(now);
  if (claim === "few") return null;
  // One person fewer can't leave fewer than five movers.
  const untilFew = now.movers - FEWEST_MOVERS + 1;
  for (let people = 1; people < untilFew; people += 1) {
    const claims = waysOut(now, claim).flatMap(([toward, extreme]) =>
      claimsAfter(now, people, cellsOf(moves, toward), extreme),
    );
    const found = PREFERRED.find((each) => standingIn(each) !== standingIn(claim) && claims.includes(each));
    if (found) return { people, claim: found };
  }
  return { people: untilFew, claim: "few" };
}

/** Which of several standings, all as near, is said. */
const PREFERRED = ["leaning", "close", "small", "clear"] as const satisfies Claim[];

type Extreme = "most" | "least";

/** A clear lead ends toward 0 with more spread, a close one becomes a hint away from 0 with less, and a hint can do both. */
function waysOut({ sum }: Sums, claim: Claim): [toward: Side, squares: Extreme][] {
  const leader = sum < 0 ? "against" : "for";
  const [weaker, stronger] = [[OPPOSITE[leader], "most"] as const, [leader, "least"] as const];
  if (claim === "clear") return [[...weaker]];
  if (claim === "leaning") return [[...weaker], [...stronger]];
  return SIDES.map((side) => [side, "least"]);
}

/** People by the step that they took, counted along a direction: those who can go two more that way, and those who can go one. */
type Cells = { toward: Side; steps: { step: number; two: number; one: number }[] };

function cellsOf(moves: Moves, toward: Side): Cells {
  const other = OPPOSITE[toward];
  return {
    toward,
    steps: [
      { step: 1, two: 0, one: moves[other].undecided },
      { step: 0, two: moves[other][other], one: moves.undecided.undecided },
      { step: -1, two: moves.undecided[other], one: moves[toward].undecided },
      { step: -2, two: moves[toward][other], one: 0 },
    ],
  };
}

function claimsAfter(now: Sums, people: number, { toward, steps }: Cells, extreme: Extreme): Claim[] {
  const order = extreme === "most" ? steps : steps.toReversed();
  if (!couldChange(now, people, order, extreme)) return [];
  const way = toward === "for" ? 1 : -1;
  const claims: Claim[] = [];
  for (let twos = 0; twos <= people; twos += 1) {
    const squares = squaresAdded(order, twos, people - twos);
    if (squares !== null)
      claims.push(claimOf({ ...now, sum: now.sum + way * (people + twos), squares: now.squares + squares }));
  }
  return claims;
}

/** Whether so many people could change the standing if each of them went two steps, and added to the squares whatever is best. */
function couldChange(now: Sums, people: number, order: Cells["steps"], extreme: Extreme): boolean {
  let [added, left] = [0, people];
  for (const { step, two, one } of order) {
    const some = Math.min(left, two + one);
    added += some * (extreme === "most" ? Math.max : Math.min)(4 + 4 * step, 1 + 2 * step);
    left -= some;
  }
  const size = Math.abs(now.sum);
  const sum = extreme === "most" ? Math.max(0, size - 2 * people) : size + 2 * people;
  const best = claimOf({ ...now, sum, squares: Math.max(0, now.squares + added) });
  return left === 0 && standingIn(best) !== standingIn(claimOf(now));
}

/**
 * What so many people who go two steps, and so many who go one, add to the sum of squares: (s + 2)^2 - s^2 = 4 + 4s each, and
 * 1 + 2s. Both grow with s, the first one faster, so the order of s gives the largest sum or the smallest. Null if there are
 * not enough people.
 */
function squaresAdded(order: Cells["steps"], twos: number, ones: number): number | null {
  let [added, twosLeft, onesLeft] = [0, twos, ones];
  for (const { step, two, one } of order) {
    const far = Math.min(twosLeft, two);
    const near = Math.min(onesLeft, two - far + one);
    added += far * (4 + 4 * step) + near * (1 + 2 * step);
    twosLeft -= far;
    onesLeft -= near;
  }
  return twosLeft + onesLeft === 0 ? added : null;
}
