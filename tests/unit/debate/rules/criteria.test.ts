import { expect, test } from "vitest";
import { highestTotal, levelsOf, settledCriteria, totalOf } from "#debate/rules/criteria.ts";

const levels = ["", "", "", "", ""];
const criterion = (id: string, name: string) => ({ id, name, levels });
const KNOWN = [criterion("1", "Claim"), criterion("2", "Claim"), criterion("3", "Evidence")];

function drawn(given: { id?: string; name: string }[]): string[] {
  let next = 7;
  return settledCriteria(
    given.map((each) => ({ ...each, levels })),
    KNOWN,
    () => `${next++}`,
  ).map(({ id }) => id);
}

test("[Q20] a known criterion keeps its id, by id or else by name, and none is given twice", () => {
  expect(drawn([{ name: "Evidence" }, { id: "1", name: "Thesis" }, { name: "Style" }])).toEqual([
    "3",
    "1",
    "7",
  ]);
  expect(drawn([{ name: "Claim" }, { name: "Claim" }, { name: "Claim" }])).toEqual(["1", "2", "7"]);
  // The name stands before the id that has it.
  expect(drawn([{ name: "Claim" }, { id: "1", name: "Claim" }])).toEqual(["2", "1"]);
  expect(
    drawn([
      { id: "9", name: "Style" },
      { id: "3", name: "A" },
      { id: "3", name: "B" },
    ]),
  ).toEqual([...["7", "3", "8"]]);
});

test("[Q25] a total is the sum of all levels, and none while one is missing or there are no criteria", () => {
  expect(totalOf(KNOWN, { "1": 4, "2": 0, "3": 3 })).toBe(7);
  expect(totalOf(KNOWN, { "1": 4, "3": 3 })).toBeNull();
  expect(totalOf([], {})).toBeNull();
  expect(highestTotal(KNOWN)).toBe(12);
  expect(levelsOf(KNOWN, { "3": 1, "1": 0, gone: 4 })).toEqual({ "1": 0, "3": 1 });
});
