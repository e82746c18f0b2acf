import { createHash } from "node:crypto";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";

/** How many of thirty students move from a row's choice to a column's: for, against, undecided. */
const MOVES = [
  [9, 1, 0],
  [4, 7, 1],
  [6, 1, 1],
];

const PLANS = CHOICES.flatMap((before, row) =>
  CHOICES.flatMap((after, column) =>
    Array.from({ length: MOVES[row]?.[column] ?? 0 }, () => ({ before, after })),
  ),
);

export type PlannedStudent = { number: number; before: Choice; after: Choice; leavesEarly: boolean };

/** A class of any size that moves like one of thirty, in random order. Of thirty, the last undecided one leaves early. */
export function plannedStudents(size: number): PlannedStudent[] {
  return Array.from({ length: size }, (_, number) => {
    const place = Math.floor((number * PLANS.length) / size);
    const plan = PLANS[place] ?? { before: "undecided", after: "undecided" };
    return { ...plan, number, leavesEarly: place === PLANS.length - 1 };
  }).sort((one, other) => draw("order", one.number) - draw("order", other.number));
}

/** A number from 0 to below 1 that depends only on its arguments, so that every rehearsal runs the same way. */
export function draw(...what: unknown[]): number {
  return createHash("sha256").update(what.join(" ")).digest().readUInt32BE() / 2 ** 32;
}

export function pick<Item>(list: readonly Item[], ...what: unknown[]): Item | undefined {
  return list[Math.floor(draw(...what) * list.length)];
}
