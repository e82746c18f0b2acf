import type { CountingInput } from "#debate/counting/input.ts";
import type { Matrix } from "#debate/counting/movement.ts";
import { type Counted, countResults, type Part, type Results } from "#debate/counting/results.ts";
import { type Tally, total, type Voters, votersOf } from "#debate/counting/tally.ts";
import { verdictInShort } from "#debate/counting/verdict.ts";
import { CHOICES, type Choice, ROUNDS, type Side } from "#debate/rules/choices.ts";

/** A group of fewer people, but of some, singles them out. */
const LEAST = 3;
/** What shares are rounded to, in percent: the finest that is at least three people of those who are counted. */
const STEPS = [1, 5, 10, 20, 25];

/** Counts a session that hides small groups, for its host: [Z4] everything, and what of it the class is not shown. */
export function countWithholding(input: CountingInput): Counted {
  const results = countResults(input);
  return { ...results, withheld: partsHeldBack(results, votersOf(input.ballots, input.rounds)) };
}

/**
 * [Z2] The parts that the class may not see. Whole parts are withheld and no single figures, so that nothing can be told
 * from which figure is missing.
 *
 * The flow is seen where nobody answered in a way, over all rounds, in which only one or two did: then each of its
 * figures is a sum of groups that are empty or of three people and more. Else the class sees the winner and rounded
 * shares, and not even those where they would fix a total at one or two.
 */
function partsHeldBack({ paired, rebuttals, paragraphs }: Counted, voters: Voters): Part[] {
  const held: Part[] = [];
  if (waysOf(voters).some(isSmall)) {
    held.push("flow");
    if (!hidesTotals(paired.matrix)) held.push("shares");
  }
  if (rebuttals.length > 0) held.push("camps");
  if ([...rebuttals, ...paragraphs].some(({ credits }) => isSmall(credits))) held.push("credits");
  return held;
}

/** [Z2] Results as the class may see them: withheld parts are null. */
export function withhold(results: Counted): Results {
  const held = results.withheld;
  const camps = held.includes("camps") && { endorsements: null };
  const credits = held.includes("credits") && { credits: null };
  return {
    ...results,
    ...(held.includes("flow") && withoutFlow(results, held.includes("shares"))),
    ...(camps && { commonGround: null }),
    rebuttals: results.rebuttals.map((rebuttal) => ({
      ...rebuttal,
      ...(camps && { ...camps, uncamped: null, standing: null, seen: null }),
      ...credits,
    })),
    paragraphs: results.paragraphs.map((paragraph) => ({ ...paragraph, ...camps, ...credits })),
  };
}

function withoutFlow({ rounds, paired, legs, verdict }: Counted, holdsShares: boolean): Partial<Results> {
  const { from, to, n, matrix } = paired;
  const shares = holdsShares ? null : roundedShares(matrix);
  return {
    rounds: rounds.map(({ round, n }) => ({ round, n, for: null, against: null, undecided: null })),
    paired: { from, to, n, matrix: null, ...(shares && { shares }) },
    legs: legs.map((leg) => ({ ...leg, matrix: null })),
    swing: null,
    interval: null,
    conversion: null,
    retention: null,
    stories: null,
    tests: null,
    margin: null,
    fragility: null,
    waves: null,
    confidence: null,
    polarization: null,
    guess: null,
    verdict: verdictInShort(verdict, n, n >= LEAST),
    attrition: null,
  };
}

/** The number of people for each combination of answers, over all rounds. */
function waysOf(voters: Voters): number[] {
  const ways = new Map<string, number>();
  for (const voter of voters.values()) {
    const way = ROUNDS.map((round) => voter[round]?.choice ?? "").join(" ");
    ways.set(way, (ways.get(way) ?? 0) + 1);
  }
  return [...ways.values()];
}

function isSmall(people: number): boolean {
  return people > 0 && people < LEAST;
}

type Totals = { from: Tally; to: Tally };

function totalsOf([f, a, u]: Matrix): Totals {
  return {
    from: { for: f[0] + f[1] + f[2], against: a[0] + a[1] + a[2], undecided: u[0] + u[1] + u[2] },
    to: { for: f[0] + a[0] + u[0], against: f[1] + a[1] + u[1], undecided: f[2] + a[2] + u[2] },
  };
}

/** The finest step for a class; none where even the coarsest is less than three people. */
function stepFor(n: number): number | undefined {
  return STEPS.find((step) => step * n >= 100 * LEAST);
}

/** A share 0..1, to the nearest step. In integers, so that one half always goes the same way. */
function rounded(people: number, n: number, step: number): number {
  return (Math.floor((200 * people + step * n) / (2 * step * n)) * step) / 100;
}

function roundedTally(tally: Tally, n: number, step: number): Tally {
  const share = (choice: Choice) => rounded(tally[choice], n, step);
  return { for: share("for"), against: share("against"), undecided: share("undecided") };
}

/** [Z3] The shares of both votes of those who voted twice, in steps of at least three people. */
function roundedShares(matrix: Matrix): Totals | null {
  const { from, to } = totalsOf(matrix);
  const n = total(from);
  const step = stepFor(n);
  return step === undefined ? null : { from: roundedTally(from, n, step), to: roundedTally(to, n, step) };
}

/** [Z3] Whether each total could, as far as anybody can tell from winner and rounded shares, be 0 or at least 3. */
function hidesTotals(matrix: Matrix): boolean {
  const { from, to } = totalsOf(matrix);
  const n = total(from);
  const step = stepFor(n);
  if (step === undefined) return false;
  const [firsts, laters] = [alike(from, n, step), alike(to, n, step)];
  const outcome = outcomeOf({ from, to }, n);
  const fits = (first: Tally, later: Tally) => outcomeOf({ from: first, to: later }, n) === outcome;
  return CHOICES.every(
    (choice) =>
      firsts.some((first) => !isSmall(first[choice]) && laters.some((later) => fits(first, later))) &&
      laters.some((later) => !isSmall(later[choice]) && firsts.some((first) => fits(first, later))),
  );
}

/** All tallies of n people that look like this one when their shares are rounded. */
function alike(tally: Tally, n: number, step: number): Tally[] {
  const counts = Array.from({ length: n + 1 }, (_, people) => people);
  const like = (choice: Choice) =>
    counts.filter((people) => rounded(people, n, step) === rounded(tally[choice], n, step));
  const undecided = new Set(like("undecided"));
  return like("for").flatMap((pro) =>
    like("against")
      .map((against) => ({ for: pro, against, undecided: n - pro - against }))
      .filter((each) => undecided.has(each.undecided)),
  );
}

/** [M4] [M5] Who wins, from totals alone. */
function outcomeOf({ from, to }: Totals, n: number): "dead-heat" | Side {
  const ahead = to.for - from.for - (to.against - from.against);
  if (Math.abs(ahead) * 100 < 5 * n) return "dead-heat";
  return ahead > 0 ? "for" : "against";
}
