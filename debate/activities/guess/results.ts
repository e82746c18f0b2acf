import type { ActivityResults, Shown } from "#debate/activities/activity-results.ts";
import { GUESS_STEP, type Guess, type Guesses } from "#debate/activities/guess/rules.ts";
import { type RoundTally, tallyRound, type Voters } from "#debate/counting/tally.ts";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";
import { present } from "#debate/rules/present.ts";

const FEWEST_OF_A_CAMP = 10;

/** [M12] Null without a guess or a last vote. `campOf` is left out where camps may not be shown. */
export function guesses(
  given: readonly Guess[],
  last: RoundTally,
  campOf?: (participantId: string) => Choice | undefined,
): Guesses | null {
  if (given.length === 0 || last.n === 0) return null;
  const camps = CHOICES.flatMap((camp) => {
    const own = campOf ? given.filter(({ participantId }) => campOf(participantId) === camp) : [];
    return own.length < FEWEST_OF_A_CAMP ? [] : [[camp, { n: own.length, mean: meanOf(own) }] as const];
  });
  return {
    n: given.length,
    mean: meanOf(given),
    truth: (100 * last.for) / last.n,
    counts: countsOf(given),
    ...(campOf && { byCamp: Object.fromEntries(camps) }),
  };
}

/** [K9] What everyone but the host may know: what a camp guessed tells the first vote of one who did not guess. */
function guessesOfAll({ byCamp: _, ...told }: Guesses): Guesses {
  return told;
}

function countsOf(given: readonly Guess[]): number[] {
  const counts = Array.from({ length: 100 / GUESS_STEP + 1 }, () => 0);
  for (const { share } of given)
    counts[Math.floor(share / GUESS_STEP)] = (counts[Math.floor(share / GUESS_STEP)] ?? 0) + 1;
  return counts;
}

function meanOf(given: readonly Guess[]): number {
  return given.reduce((sum, { share }) => sum + share, 0) / given.length;
}

export const guessResults = {
  part: "guess",
  count: ({ voters, guesses: given = [] }: { voters: Voters; guesses?: readonly Guess[] }) =>
    guesses(given, tallyRound(voters, "after"), (participantId) => voters.get(participantId)?.before?.choice),
  hides: "with-flow",
  forAll: guessesOfAll,
  /** The current guesses beside the share that was shown first; null if none was. */
  afterwards(told: Guesses, { rounds }: Shown) {
    const last = rounds.find(({ round }) => round === "after");
    if (!last || last.for === null || last.n === 0) return null;
    return { ...guessesOfAll(told), truth: (100 * last.for) / last.n };
  },
  step: "flow",
  // The guesses need a true share to be compared with, which is part of the flow.
  ownStep: { name: "guess", hasSomething: ({ paired }: Shown) => paired.matrix !== null && paired.n > 0 },
  card: (own: { guess?: number }, shown: { guess?: Guesses | null }) => ({
    guess: own.guess === undefined ? null : { share: own.guess, ...present({ truth: shown.guess?.truth }) },
  }),
} as const satisfies ActivityResults;
