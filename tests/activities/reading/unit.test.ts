import { expect, test } from "vitest";
import { isOpen } from "#debate/activities/open.ts";

test("[X10] a class says what it has read while it may read the positions, until its results", () => {
  const settings = { activities: { reading: {} } };
  const phases = [
    "lobby",
    "before",
    "reading",
    "reading-vote",
    "rebuttal",
    "after",
    "results",
    "closed",
  ] as const;
  expect(phases.filter((phase) => isOpen("reading", { phase, settings }))).toEqual(phases.slice(2, 6));
  expect(isOpen("reading", { phase: "reading", settings: { activities: {} } })).toBe(false);
});
