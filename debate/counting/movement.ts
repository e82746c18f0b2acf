import type { z } from "zod";
import { POSITION } from "#debate/counting/positions.ts";
import { emptyTally, type Tally, total, type Voters } from "#debate/counting/tally.ts";
import type * as figures from "#debate/protocol/answers/figures.ts";
import type { Choice, Round, Side } from "#debate/rules/choices.ts";

/** `matrix[i][j]` = paired people who chose `i` first and `j` later; for, against, undecided. */
export type Matrix = z.infer<typeof figures.matrix>;
type Row = Matrix[number];

/** The same nine counts by name: `moves.against.for` people went from against to for. */
export type Moves = Record<Choice, Tally>;

/** How the people who voted in both of two rounds moved between them. */
export type Movement = z.infer<typeof figures.Movement>;

/** Lower and upper end. */
export type Interval = z.infer<typeof figures.interval>;

export type BySide<T> = Record<Side, T>;

/** The nine cells summed up as four stories, in people. */
export type Stories = z.infer<typeof figures.Stories>;

/**
 * People by which of two rounds they voted in, and the swings and margins their missing votes allow, in points.
 * `couldChange`: whether they could change who leads.
 */
export type Attrition = z.infer<typeof figures.Attrition>;

/** [M2] Only people who voted in both rounds are paired. */
export function movesBetween(voters: Voters, from: Round, to: Round): Moves {
  const moves = { for: emptyTally(), against: emptyTally(), undecided: emptyTally() };
  for (const voter of voters.values()) {
    const [first, last] = [voter[from], voter[to]];
    if (first && last) moves[first.choice][last.choice] += 1;
  }
  return moves;
}

/** [M2] The nine counts as a matrix with their sum, `n`. */
export function movement(moves: Moves, from: Round, to: Round): Movement {
  const row = (first: Choice): Row => {
    const { for: toFor, against, undecided } = moves[first];
    return [toFor, against, undecided];
  };
  return { from, to, n: paired(moves), matrix: [row("for"), row("against"), row("undecided")] };
}

/** The nine counts of a matrix by name. */
export function movesIn([pro, against, undecided]: Matrix): Moves {
  const byName = ([toFor, toAgainst, toUndecided]: Row): Tally => ({
    for: toFor,
    against: toAgainst,
    undecided: toUndecided,
  });
  return { for: byName(pro), against: byName(against), undecided: byName(undecided) };
}

/** The number of paired people. */
export function paired(moves: Moves): number {
  return total(moves.for) + total(moves.against) + total(moves.undecided);
}

/** Paired people with a choice first and later, who came to it, and who left it. */
export function flow(moves: Moves, choice: Choice) {
  const first = total(moves[choice]);
  const later = moves.for[choice] + moves.against[choice] + moves.undecided[choice];
  const stayed = moves[choice][choice];
  return { first, later, stayed, came: later - stayed, left: first - stayed };
}

/** [M3] After % - before % of paired voters, in unrounded percentage points; null without pairs. */
export function swing(moves: Moves): Tally | null {
  const n = paired(moves);
  if (n === 0) return null;
  const points = (choice: Choice) => (100 * gain(moves, choice)) / n;
  return { for: points("for"), against: points("against"), undecided: points("undecided") };
}

/** [M4] The Oxford rule, as Intelligence Squared ran it: the side with the larger swing; null when equal. */
export function leader(moves: Moves): Side | null {
  const ahead = gain(moves, "for") - gain(moves, "against");
  if (ahead === 0) return null;
  return ahead > 0 ? "for" : "against";
}

/** [M5] The swings differ by less than 5 points (Soho Forum), compared in integers; false without pairs. */
export function isDeadHeat(moves: Moves): boolean {
  return isWithinFivePoints(gain(moves, "for") - gain(moves, "against"), paired(moves));
}

export const isWithinFivePoints = (ahead: number, n: number) => Math.abs(ahead) * 100 < 5 * n;

/** [M4] [M5] Who wins by the nine counts alone; null in a dead heat. */
export function winnerOf([f, a, u]: Matrix): Side | null {
  const n = [...f, ...a, ...u].reduce((sum, people) => sum + people, 0);
  return winnerBy(2 * (a[0] - f[1]) + (u[0] - f[2]) + (a[2] - u[1]), n);
}

/** [M4] [M5] `ahead`: by how many people the swing For is larger than the swing Against, of `n` who voted twice. */
export function winnerBy(ahead: number, n: number): Side | null {
  if (ahead === 0 || isWithinFivePoints(ahead, n)) return null;
  return ahead > 0 ? "for" : "against";
}

/** [M6] Of those who were not with the side first, the share (0..1) that came; null if there were none. */
export function conversion(moves: Moves): BySide<number | null> {
  return bySide((side) => {
    const { first, came } = flow(moves, side);
    return share(came, paired(moves) - first);
  });
}

/** [M6] Of those who were with the side first, the share (0..1) that stayed; null if there were none. */
export function retention(moves: Moves): BySide<number | null> {
  return bySide((side) => {
    const { first, stayed } = flow(moves, side);
    return share(stayed, first);
  });
}

/** [M7] Stayed; undecided to a side; from side to side; a side to undecided. They sum to `n`. */
export function stories(moves: Moves): Stories {
  return {
    stayed: moves.for.for + moves.against.against + moves.undecided.undecided,
    formedView: moves.undecided.for + moves.undecided.against,
    switched: moves.for.against + moves.against.for,
    unsettled: moves.for.undecided + moves.against.undecided,
  };
}

/**
 * [M8] Who voted in both rounds or in one, and the lowest and highest swing of each side that any
 * missing votes could give: best, those who left had voted for the side at the end and those who
 * came late had not at the start; worst, the reverse. Out of everyone who voted at all;
 * `[0, 0]` when nobody did. The margin's ends are those of its missing steps, and null when nobody voted.
 */
export function attrition(voters: Voters, from: Round, to: Round): Attrition {
  const early = emptyTally();
  const late = emptyTally();
  let both = 0;
  for (const voter of voters.values()) {
    const [first, last] = [voter[from], voter[to]];
    if (first) early[first.choice] += 1;
    if (last) late[last.choice] += 1;
    if (first && last) both += 1;
  }
  const firstOnly = total(early) - both;
  const lastOnly = total(late) - both;
  const everyone = both + firstOnly + lastOnly;
  const bounds = (side: Side): Interval => {
    const known = late[side] - early[side];
    const points = (people: number) => (everyone === 0 ? 0 : (100 * people) / everyone);
    return [points(known - lastOnly), points(known + firstOnly)];
  };
  return { both, firstOnly, lastOnly, bestWorst: bySide(bounds), ...missingMargin(voters, from, to) };
}

/** [M8] The margin of everyone who voted in either round, as far as the missing answers leave it open. */
function missingMargin(voters: Voters, from: Round, to: Round): Pick<Attrition, "margin" | "couldChange"> {
  let [people, known, low, high] = [0, 0, 0, 0];
  for (const voter of voters.values()) {
    const [first, last] = [voter[from], voter[to]];
    if (!first && !last) continue;
    people += 1;
    const [start, end] = [first && POSITION[first.choice], last && POSITION[last.choice]];
    if (start !== undefined && end !== undefined) known += end - start;
    low += (end ?? -1) - (start ?? 1);
    high += (end ?? 1) - (start ?? -1);
  }
  if (people === 0) return { margin: null, couldChange: false };
  const couldChange = known > 0 ? low <= 0 : known < 0 ? high >= 0 : low < 0 || high > 0;
  return { margin: [(100 * low) / people, (100 * high) / people], couldChange };
}

/** The same figure for both sides, For first. */
export function bySide<T>(figure: (side: Side) => T): BySide<T> {
  return { for: figure("for"), against: figure("against") };
}

function gain(moves: Moves, choice: Choice): number {
  const { first, later } = flow(moves, choice);
  return later - first;
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
