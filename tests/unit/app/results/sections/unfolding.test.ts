import { expect, test } from "vitest";
import { targetOf } from "#app/results/sections/Unfolding.tsx";

test("a hash names a place on the page, also one that is no proper hash", () => {
  expect(targetOf("#positions")).toBe("positions");
  expect(targetOf("#r%C3%A9plique")).toBe("réplique");
  expect(targetOf("#%")).toBe("%");
  expect(targetOf("")).toBe("");
});
