import { folded } from "#app/shared/text/folded.ts";
import type { Participation, ParticipationRow } from "#debate/protocol/pages.ts";
import { ROUNDS, type Round } from "#debate/rules/choices.ts";

export const COUNTS = [
  "rebuttals",
  "replies",
  "unpublished",
  "endorsementsGiven",
  "endorsementsReceived",
  "credits",
] as const;
export type Count = (typeof COUNTS)[number];
export type Column = "name" | Round | Count;
/** Ascending by name; of votes the missing first; of numbers the most first, on the first press. */
export type Order = { column: Column; isDescending: boolean };

const COLUMNS: readonly Column[] = ["name", ...ROUNDS, ...COUNTS];
export const BY_NAME: Order = { column: "name", isDescending: false };

/** The order in an address: `credits`, or `-credits` for the most first. */
export function readOrder(typed: unknown): Order {
  const text = typeof typed === "string" ? typed : "";
  const column = COLUMNS.find((each) => each === text.replace(/^-/u, ""));
  return column ? { column, isDescending: text.startsWith("-") } : BY_NAME;
}

export function writeOrder({ column, isDescending }: Order): string {
  return `${isDescending ? "-" : ""}${column}`;
}

/** What a press on a heading asks for: its usual direction, and on the sorted column the other one. */
export function pressed(now: Order, column: Column): Order {
  if (now.column === column) return { column, isDescending: !now.isDescending };
  return { column, isDescending: (COUNTS as readonly Column[]).includes(column) };
}

export function countIn(row: ParticipationRow, count: Count): number {
  return count === "unpublished" ? row.pending + row.hidden : row[count];
}

function cellOf(row: ParticipationRow, column: Exclude<Column, "name">): number {
  const round = ROUNDS.find((each) => each === column);
  return round ? Number(row.voted[round] ?? null) : countIn(row, column as Count);
}

/** A new array. Rows come by name, and those that are equal stay so. */
export function ordered(rows: readonly ParticipationRow[], { column, isDescending }: Order) {
  if (column === "name") return isDescending ? rows.toReversed() : [...rows];
  const sign = isDescending ? -1 : 1;
  return rows.toSorted((one, other) => sign * (cellOf(one, column) - cellOf(other, column)));
}

/** Those whose shown or typed name has these letters. */
export function matching(rows: readonly ParticipationRow[], typed: string): readonly ParticipationRow[] {
  const sought = folded(typed).trim();
  if (sought === "") return rows;
  return rows.filter(({ name, realName = "" }) => folded(`${name}\n${realName}`).includes(sought));
}

/** [V33] Rounds that ended, and in which someone voted: in the open one there is still time. */
export function heldRounds({ rounds, open, rows }: Participation): Round[] {
  return rounds.filter(
    (round) => round !== open && rows.some(({ voted }) => typeof voted[round] === "boolean"),
  );
}

/** Whether a round ended, and they voted in none, the open one included. */
export function neverVoted({ voted }: ParticipationRow, held: readonly Round[]): boolean {
  return held.length > 0 && !Object.values(voted).includes(true);
}

/** The summary, of those who were not removed. */
export function summaryOf({ rows }: Participation, held: readonly Round[]) {
  const seats = rows.filter(({ removed }) => !removed);
  return {
    seats: seats.length,
    always: seats.filter(({ voted }) => held.length > 0 && held.every((round) => voted[round])).length,
    never: seats.filter((row) => neverVoted(row, held)).length,
  };
}
