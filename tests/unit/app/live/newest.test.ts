import { expect, test } from "vitest";
import { stillEndorsed } from "#app/live/newest.ts";
import { seenAs } from "#app/student/argue/seen.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

const rebuttal = { id: "one", body: "Maps do not change.", edited: true } as Rebuttal;
const quote = { side: "for", n: 1, exact: "It pays." } as const;

test.each<[string, Partial<Rebuttal>, boolean]>([
  ["other words", { body: "Maps do not exist." }, true],
  ["another source", { source: "https://example.org/two" }, true],
  ["another quotation", { quote }, true],
  ["other counts", { endorsements: 4, rank: 2 }, false],
])("[R21] after %s of an edited rebuttal it is endorsed and seen no longer: %o, %s", (_, change, isEdit) => {
  const changed = { ...rebuttal, ...change };
  const still = stillEndorsed(["one", "two"], new Map([["one", rebuttal]]), [changed]);
  expect(still).toEqual(isEdit ? ["two"] : ["one", "two"]);
  expect(seenAs(changed) !== seenAs(rebuttal)).toBe(isEdit);
});
