import { expect, test } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import { topRebuttals } from "#debate/counting/top-rebuttals.ts";

test("[V23] a page names the rebuttals that moved most votes, then common ground, then in the order of the results", () => {
  const credits = { plain: 0, hidden: null, shared: 0, one: 1, "one shared": 1, three: 3 };
  const rebuttals = Object.entries(credits).map(([id, each]) => ({ id, credits: each }));
  const results = { rebuttals, commonGround: ["shared", "one shared"] } as Results;
  const top = (room?: number) => topRebuttals(results, room).map(({ id }) => id);
  expect(top()).toEqual(["three", "one shared", "one", "shared", "plain", "hidden"]);
  expect(top(2)).toEqual(["three", "one shared"]);
});
