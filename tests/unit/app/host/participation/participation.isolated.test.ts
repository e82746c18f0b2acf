import { createElement } from "react";
import { expect, test, vi } from "vitest";
import { ParticipationView } from "#app/host/participation/ParticipationView.tsx";
import { BY_NAME, matching, type Order, ordered, pressed } from "#app/host/participation/table-order.ts";
import type { ParticipationPage, ParticipationRow } from "#debate/protocol/pages.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { wordsOf } from "#tests/support/markup.tsx";

vi.mock("next/navigation", async (original) => ({ ...(await original<object>()), useRouter: () => ({}) }));

function row(name: string, given: Partial<ParticipationRow> = {}): ParticipationRow {
  return {
    participantId: name,
    name,
    removed: false,
    voted: { before: true, reading: null, after: true },
    ...{ rebuttals: 0, replies: 0, pending: 0, hidden: 0, credits: 0 },
    ...{ endorsementsGiven: 0, endorsementsReceived: 0, deletedWords: false },
    ...given,
  };
}
const MISSED = { before: true, reading: null, after: false };
const NEVER = { before: false, reading: null, after: false };
const ROWS = [
  row("Ada", { credits: 2 }),
  row("Bob", { voted: MISSED, rebuttals: 3, hidden: 1 }),
  row("Calm Owl", { realName: "山田 ハナコ", voted: NEVER, deletedWords: true }),
  row("Dan", { removed: true, voted: NEVER }),
];
const names = (rows: readonly ParticipationRow[]) => rows.map(({ name }) => name);

test("[V19] a press sorts numbers the most first, names and votes the other way, and a second press turns it round", () => {
  const first = pressed(BY_NAME, "credits");
  expect(first).toEqual({ column: "credits", isDescending: true });
  expect(names(ordered(ROWS, first))).toEqual(["Ada", "Bob", "Calm Owl", "Dan"]);
  expect(names(ordered(ROWS, pressed(first, "credits")))).toEqual(["Bob", "Calm Owl", "Dan", "Ada"]);
  expect(names(ordered(ROWS, pressed(BY_NAME, "name")))).toEqual(["Dan", "Calm Owl", "Bob", "Ada"]);
  expect(names(ordered(ROWS, pressed(BY_NAME, "after")))).toEqual(["Bob", "Calm Owl", "Dan", "Ada"]);
  expect(names(ordered(ROWS, pressed(BY_NAME, "unpublished")))[0]).toBe("Bob");
});

test("[V19] a name is found by its letters, typed or shown, in any case and width", () => {
  expect(names(matching(ROWS, " aD "))).toEqual(["Ada"]);
  expect(names(matching(ROWS, "ﾊﾅｺ"))).toEqual(["Calm Owl"]);
  expect(names(matching(ROWS, "owl"))).toEqual(["Calm Owl"]);
  expect(matching(ROWS, "nobody")).toEqual([]);
  expect(matching(ROWS, " ")).toBe(ROWS);
});

const page = (
  rows: ParticipationRow[],
  given: Partial<NonNullable<ParticipationPage["participation"]>> = {},
  phase: Phase = given.open ?? "closed",
): ParticipationPage => ({
  code: "ABC234",
  name: "Period 3",
  phase,
  participation: {
    ...{ asOf: "2026-03-02T14:05:00Z", rounds: ["before", "after"], open: null },
    ...{ rows, deletedSeats: 0, ...given },
  },
});
const view = (given: ParticipationPage, order: Order = BY_NAME) =>
  createElement(ParticipationView, { page: given, order });

test("[V19] the summary is of those who were not removed, and says in words who never voted", () => {
  const words = wordsOf(view(page(ROWS, { deletedSeats: 2 })));
  expect(words).toContain("1 of 3 voted both times. 1 never voted.");
  expect(words).toContain("2 seats were deleted with everything about them");
  expect(words).toContain("山田 ハナコ Calm Owl Never voted Deleted words");
  expect(words).toContain("Dan Removed");
  expect(words).not.toContain("Dan Removed Never voted");
  expect(words).toContain("Mar 2, 2026, 2:05 PM");
});
