import type { CountingInput } from "#debate/counting/input.ts";
import { countResults, type Results } from "#debate/counting/results.ts";
import { forClass } from "#debate/counting/small-groups.ts";
import { CHOICES, type Choice, DEBATE_ROUNDS, type Round } from "#debate/rules/choices.ts";
import { ballot, session } from "./classroom.ts";

/** One person's answers, without the rounds in which they did not vote. */
export type Way = Partial<Record<Round, Choice>>;

export const seeded = (seed: number) => () => {
  // The generator of Numerical Recipes: random enough for a test, and repeatable.
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

/** The results that a class is shown. */
export function published(
  ways: readonly Way[],
  given: Partial<CountingInput> = {},
  { isClosed = true, draw = seeded(1) } = {},
): Results {
  const rounds = DEBATE_ROUNDS.filter((round) => round !== "reading" || ways.some((way) => way.reading));
  const ballots = ways.flatMap((way, person) =>
    DEBATE_ROUNDS.flatMap((round) => {
      const choice = way[round];
      return choice ? [ballot(`${person}`, round, choice)] : [];
    }),
  );
  const input = session({ rounds, ballots, ...given });
  return forClass(countResults(input), input, { isClosed, chance: draw });
}

/** People by how they moved: for, against, undecided before (rows) and after (columns). */
export function classOf(matrix: number[][]): Way[] {
  return CHOICES.flatMap((before, row) =>
    CHOICES.flatMap((after, column) =>
      Array.from({ length: matrix[row]?.[column] ?? 0 }, () => ({ before, after })),
    ),
  );
}
