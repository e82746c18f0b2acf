import { createElement } from "react";
import { expect, test, vi } from "vitest";
import { ParticipationView } from "#app/host/participation/ParticipationView.tsx";
import {
  BY_NAME,
  matching,
  type Order,
  ordered,
  pressed,
  readOrder,
  writeOrder,
} from "#app/host/participation/table-order.ts";
import type { ParticipationPage, ParticipationRow } from "#debate/protocol/pages.ts";
import type { Round } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { markupOf, wordsOf } from "#tests/support/markup.tsx";

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

test("[V19] the order is read from the address, and is by name for anything else in it", () => {
  for (const order of [BY_NAME, { column: "endorsementsGiven", isDescending: true }] satisfies Order[])
    expect(readOrder(writeOrder(order))).toEqual(order);
  for (const typed of [undefined, "", "-", "voted", "__proto__", ["credits"]])
    expect(readOrder(typed)).toEqual(BY_NAME);
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

test("[V33] before the first vote no one is said not to have voted", () => {
  const voted = { before: null, reading: null, after: null };
  const words = wordsOf(view(page([row("Ada", { voted })], {}, "lobby")));
  expect(words).toContain("No one has voted yet.");
  expect(words).toContain("Ada Not yet Not yet");
  expect(words).not.toContain("Never voted");
  expect(words).not.toContain("Not shown Endorsed");
});

test("[V33] while a vote is open no one is said to have missed it", () => {
  const before = [
    row("Ada", { voted: { before: true, reading: null, after: null } }),
    row("Bob", { voted: { before: null, reading: null, after: null } }),
  ];
  const first = wordsOf(view(page(before, { open: "before" })));
  expect(first).toContain("The first vote is still open.");
  expect(first).toContain("Ada Yes Not yet");
  expect(first).toContain("Bob Not yet Not yet");
  expect(first).not.toMatch(/never voted|\bNo\b/iu);

  const after = [
    row("Ada", { voted: { before: true, reading: null, after: null } }),
    row("Bob", { voted: { before: false, reading: null, after: true } }),
    row("Cyd", { voted: { before: false, reading: null, after: null } }),
  ];
  const last = wordsOf(view(page(after, { open: "after" })));
  expect(last).toContain("1 of 3 voted. 1 never voted.");
  expect(last).toContain("Ada Yes Not yet");
  expect(last).toContain("Bob No Yes");
  expect(last).toContain("Cyd Never voted No Not yet");
});

test("[V33] a vote that was skipped reads as not held once the class is past it", () => {
  const rows = [row("Ada", { voted: { before: true, reading: null, after: null } })];
  const rounds: Round[] = ["before", "reading", "after"];
  const at = (phase: Phase, open: Round | null = null) => wordsOf(view(page(rows, { rounds, open }, phase)));
  expect(at("reading")).toContain("Ada Yes Not yet Not yet");
  expect(at("reading-vote", "reading")).toContain("Ada Yes Not yet Not yet");
  expect(at("rebuttal")).toContain("Ada Yes – Not held Not yet");
  expect(at("after", "after")).toContain("Ada Yes – Not held Not yet");
  expect(at("closed")).toContain("Ada Yes – Not held – Not held");
});

test("[V19] an empty class and an anonymous one are explained, without table and download", () => {
  const empty = markupOf(view(page([])));
  expect(empty).toContain("No one has joined yet");
  const anonymous = markupOf(view({ ...page([]), participation: null }));
  expect(anonymous).toContain("No participation list for anonymous sessions");
  for (const markup of [empty, anonymous]) expect(markup).not.toMatch(/<table|format=csv/u);
});

test("[V19] the sorted column says so to screen readers, and no other does", () => {
  const markup = markupOf(view(page(ROWS), { column: "credits", isDescending: true }));
  expect(markup.match(/aria-sort="\w+"/gu)).toEqual(['aria-sort="descending"']);
  expect(markup).toMatch(/aria-sort="descending"[^>]*><button[^>]*>Credits/u);
});

test("[V40] the list is downloaded without names unless the host chooses names", () => {
  const markup = markupOf(view(page(ROWS)));
  expect(markup.match(/href="[^"]*format=csv[^"]*"/gu)).toEqual([
    expect.stringMatching(/participation\?format=csv&amp;names=no"$/u),
  ]);
  expect(markup).toContain("With names (for your own records)");
});
