import { expect, test } from "vitest";
import { countElsewhere, waitingElsewhere } from "#app/host/moderation/waiting-elsewhere.ts";
import type { Seat, Snapshot } from "#debate/rules/snapshot.ts";

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

test("[R40] a student who needs more time is counted among what needs attention, in every phase", () => {
  for (const phase of ["before", "rebuttal", "pairs"] as const) {
    expect(countElsewhere(waitingElsewhere({ phase, moreTime: true }))).toBe(1);
    expect(countElsewhere(waitingElsewhere({ phase }))).toBe(0);
  }
});
