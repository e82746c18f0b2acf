import { type Matrix, winnerOf } from "#debate/counting/movement.ts";
import type { Side } from "#debate/rules/choices.ts";

/** A number from 0 to below 1, by chance. */
export type Chance = () => number;

/** Cells are shown in groups of five people. */
const BASE = 5;
/** Below, the noise would be the picture. */
const FEWEST = 30;
/**
 * Each cell gets noise that is k people in either direction with a probability in proportion to 1/2^k: any count can come from
 * any other, and one person's answer changes the probability of a published flow at most four times.
 */
const DECAY = 0.5;

/**
 * [Z8] The flow with noise in every cell, in fives that add up to `n` as closely as fives do; its winner is the announced one.
 * Null where it would not hide anyone: for fewer than thirty voters, and where it shows a class of one answer.
 */
export function roundedFlow(matrix: Matrix, n: number, chance: Chance): Matrix | null {
  if (n < FEWEST) return null;
  const noisy = matrix.flat().map((people) => Math.max(0, people + noise(chance)));
  const groups = apportioned(noisy, Math.round(n / BASE));
  agreeWith(groups, noisy, winnerOf(matrix));
  const people = toMatrix(groups.map((count) => count * BASE));
  return isUnanimous(people) ? null : people;
}

/** Two geometric numbers, one less the other. */
function noise(chance: Chance): number {
  const geometric = () => Math.floor(Math.log(1 - chance()) / Math.log(DECAY));
  return geometric() - geometric();
}

/** So many groups, divided in proportion, what is left over to the largest remainders. */
function apportioned(people: readonly number[], groups: number): number[] {
  const all = people.reduce((sum, each) => sum + each, 0) || 1;
  const shares = people.map((each) => (each * groups) / all);
  const given = shares.map(Math.floor);
  const places = shares.map((_, place) => place);
  places.sort((one, other) => remainder(shares, given, other) - remainder(shares, given, one) || one - other);
  const left = groups - given.reduce((sum, each) => sum + each, 0);
  for (const place of places.slice(0, left)) given[place] = (given[place] ?? 0) + 1;
  return given;
}

function remainder(shares: readonly number[], given: readonly number[], place: number): number {
  return (shares[place] ?? 0) - (given[place] ?? 0);
}

/** Steps toward For of the nine cells, in their order. */
const CELL_STEPS = [0, -2, -1, 2, 0, 1, 1, -1, 0];

/** Moves groups of five by one step, those first whose cells have most to spare, until the picture says who won. */
function agreeWith(groups: number[], noisy: readonly number[], winner: Side | null): void {
  for (;;) {
    const shown = winnerOf(toMatrix(groups));
    if (shown === winner) return;
    const sum = groups.reduce((all, count, place) => all + count * (CELL_STEPS[place] ?? 0), 0);
    const direction = winner === "for" ? 1 : winner === "against" ? -1 : -Math.sign(sum);
    let best: { from: number; to: number; cost: number } | undefined;
    for (const [from, step] of CELL_STEPS.entries())
      for (const [to, other] of CELL_STEPS.entries()) {
        if (other - step !== direction || !groups[from]) continue;
        const spare = (place: number) => BASE * (groups[place] ?? 0) - (noisy[place] ?? 0);
        const cost = spare(to) - spare(from);
        if (!best || cost < best.cost) best = { from, to, cost };
      }
    if (!best) return;
    groups[best.from] = (groups[best.from] ?? 0) - 1;
    groups[best.to] = (groups[best.to] ?? 0) + 1;
  }
}

function toMatrix(cells: readonly number[]): Matrix {
  const row = (at: number): Matrix[0] => [cells[at] ?? 0, cells[at + 1] ?? 0, cells[at + 2] ?? 0];
  return [row(0), row(3), row(6)];
}

/** Whether all answers of one round are the same. */
function isUnanimous(matrix: Matrix): boolean {
  const rows = matrix.map((row) => row.some((people) => people > 0));
  const columns = [0, 1, 2].map((column) => matrix.some((row) => (row[column] ?? 0) > 0));
  return [rows, columns].some((answers) => answers.filter(Boolean).length < 2);
}
