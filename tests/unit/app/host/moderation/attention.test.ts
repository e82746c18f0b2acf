import { expect, test } from "vitest";
import { seatsShown } from "#app/host/moderation/seats.ts";
import { waitingElsewhere } from "#app/host/moderation/waiting-elsewhere.ts";
import type { Rebuttal, Seat, Snapshot } from "#debate/rules/snapshot.ts";
import { attentionIn } from "#tests/support/attention.tsx";

const rebuttalOf = (id: string, given: Partial<Rebuttal> = {}): Rebuttal => ({
  ...{ id, side: "for", body: id, endorsements: 0, status: "pending", at: 0, rank: 0 },
  ...given,
});

const queueOf = (count: number) =>
  attentionIn({
    rebuttals: Array.from({ length: count }, (_, at) => rebuttalOf(`rebuttal ${at}`, { at, rank: at })),
  });

test("[R35] of a long queue the first sixty are drawn, and the rest when asked for", () => {
  const drawn = (markup: string) => markup.match(/<li/gu)?.length;
  const long = queueOf(130);
  expect(drawn(long)).toBe(60);
  expect(long).toContain("rebuttal 59");
  expect(long).not.toContain("rebuttal 60");
  expect(long).toContain("Show 60 more");
  const short = queueOf(60);
  expect(drawn(short)).toBe(60);
  expect(short).not.toContain("more</button>");
});

const words = (markup: string) => markup.replaceAll(/<[^>]*>/gu, " ").replaceAll(/[\u2068\u2069]|\s+/gu, " ");

test("[R39] Approve stands behind the words and what these answer, and nothing holds it in sight without them", () => {
  const root = rebuttalOf("root", { body: "Trade keeps the peace.", status: "published", by: "Teal 3" });
  const reply = rebuttalOf("reply", { body: "It never has.", replyTo: "root" });
  const markup = attentionIn({ rebuttals: [root, reply] });
  expect(words(markup)).toMatch(/Trade keeps the peace\..*In reply to .*Teal 3.*It never has\..*Approve/u);
  expect(markup).not.toContain("sticky");
});

test("[R38] Approve is the primary button unless the filter holds the rebuttal, which the list says", () => {
  const approve = (markup: string) => /<button[^>]*>(?:<[^>]*>)*Approve/u.exec(markup)?.[0] ?? "";
  const plain = attentionIn({ rebuttals: [rebuttalOf("plain")] });
  const held = attentionIn({ rebuttals: [rebuttalOf("held", { held: true })] });
  expect(approve(plain)).toContain("bg-ink");
  expect(approve(held)).not.toContain("bg-ink");
  expect(words(held)).toContain("Held because of its words");
  expect(words(plain)).not.toContain("Held because of its words");
});

test("[R40] a student who needs more time stands under what needs attention", () => {
  const asked = words(attentionIn({ snapshot: { moreTime: true } }));
  expect(asked).toMatch(/Needs attention.*1.*A student needs more time/u);
  expect(words(attentionIn({}))).not.toContain("more time");
});

test.each([
  ["en", ["ada", "Ben 2", "Ben 10", "佐藤", "鈴木", "青木"]],
  ["ja", ["ada", "Ben 2", "Ben 10", "佐藤", "青木", "鈴木"]],
])("[E5] people stand in the order of the host's language: %s", (locale, sorted) => {
  const seats = sorted.toReversed().map((name) => ({ participantId: name, name, connected: true }));
  expect(seatsShown(seats, "all", "before", locale).map(({ name }) => name)).toEqual(sorted);
});

test("[Y8] a vote on paper is not away, and may still have to be typed in", () => {
  const seats = [
    { participantId: "1", name: "Ada", connected: false, voted: [] },
    { participantId: "2", name: "Paper 1", connected: false, onPaper: true as const, voted: [] },
  ];
  const names = (filter: "away" | "missing" | "all") =>
    seatsShown(seats, filter, "after", "en").map(({ name }) => name);
  expect(names("away")).toEqual(["Ada"]);
  expect(names("missing")).toEqual(["Ada", "Paper 1"]);
});

const NOTHING = { tables: [], missing: [], bestArguments: 0, moreTime: false };

test("[P27] [P20] held lines and best arguments need attention in their own phase, where they can be decided", () => {
  const pairs = { tables: 13, alone: 0, held: [2, 7] };
  const steelman = { written: 5, rated: 2, waiting: 3 };
  const waitingIn = (phase: Snapshot["phase"]) => waitingElsewhere({ phase, pairs, steelman });
  expect(waitingIn("pairs")).toEqual({ ...NOTHING, tables: [2, 7] });
  expect(waitingIn("steelman")).toEqual({ ...NOTHING, bestArguments: 3 });
  expect(waitingIn("results")).toEqual(NOTHING);
});

test("[P39] missing partners need attention while the class is in pairs, with the names of the list of people", () => {
  const missing = [{ table: 4, participantId: "ada", partnerId: "bob" }];
  const pairs = { tables: 13, alone: 0, held: [], missing };
  const seats: Seat[] = [
    { participantId: "ada", name: "Ada", connected: true },
    { participantId: "bob", name: "Bob", connected: false },
  ];
  expect(waitingElsewhere({ phase: "pairs", pairs }, seats).missing).toEqual([
    { ...missing[0], name: "Ada", partner: "Bob" },
  ]);
  expect(waitingElsewhere({ phase: "pairs", pairs: { ...pairs, missing: [{ table: 4 }] } }).missing).toEqual([
    { table: 4 },
  ]);
  expect(waitingElsewhere({ phase: "after", pairs }, seats).missing).toEqual([]);
});
