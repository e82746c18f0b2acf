import type { Matrix } from "#debate/counting/movement.ts";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";

export type Totals = { before: number; after: number; stayed: number };

/** Of the paired people, how many chose each answer first and later, and how many both times. */
export function flowTotals(matrix: Matrix): Record<Choice, Totals> {
  const totals = CHOICES.map((choice, place): [Choice, Totals] => [
    choice,
    {
      before: matrix[place]?.reduce((sum, people) => sum + people, 0) ?? 0,
      after: matrix.reduce((sum, row) => sum + (row[place] ?? 0), 0),
      stayed: matrix[place]?.[place] ?? 0,
    },
  ]);
  return Object.fromEntries(totals) as Record<Choice, Totals>;
}

/** How many people a flow adds up to; [Z8] where it is rounded, about as many as voted both times. */
export function peopleIn(matrix: Matrix): number {
  return matrix.flat().reduce((sum, people) => sum + people, 0);
}

/** The values of `flow.way` and `results.key.ways`: no answer "went from 6 to 6". */
export function wayValues(matrix: Matrix) {
  const { for: pro, against, undecided } = flowTotals(matrix);
  const path = ({ before, after }: Totals) => (before === after ? "same" : "moved");
  return {
    ...{ for: `${pro.before}`, forAfter: pro.after, forWay: path(pro) },
    ...{ against: against.before, againstAfter: against.after, againstWay: path(against) },
    ...{ undecided: undecided.before, undecidedAfter: undecided.after, undecidedWay: path(undecided) },
  };
}
