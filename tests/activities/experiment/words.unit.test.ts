import { createElement } from "react";
import { expect, test } from "vitest";
import { ExperimentSection } from "#app/activities/experiment/Results.tsx";
import type { ExperimentResult } from "#debate/activities/experiment/rules.ts";
import { textsInJapanese, wordsOf } from "#tests/support/markup.tsx";

const STEPS = [0, 1, 6, 2, 1];
const arm = (name: "a" | "b") => ({ arm: name, drawn: 10, did: 9, n: 10, mean: 0.3, steps: STEPS });
const FOUND: ExperimentResult = {
  ...{ kind: "arguing", arms: [arm("a"), arm("b")], enough: true, chance: 0.1318 },
  ...{ difference: 12, se: 26, df: 17, interval: [-43, 67] },
};
const section = (found: Partial<ExperimentResult>) =>
  createElement(ExperimentSection, { results: { code: "ABC234", experiment: { ...FOUND, ...found } } });

test.each([
  [
    {},
    "One class can’t tell. Give or take 55 points, arguing added 12 points toward For to what reading did.",
  ],
  [
    { kind: "order", difference: -70, interval: [-139, -1] },
    "Give or take 69 points, those who began with For moved 70 points further toward Against than those who began with Against.",
  ],
  [
    { kind: "switch", difference: -8 },
    "One class can’t tell. Give or take 55 points, those who wrote before the last vote moved 8 points less far toward the other side",
  ],
  [{ difference: 0.2 }, "One class can’t tell: give or take 55 points, both halves moved equally far."],
] as const)("[M32] how sure it is stands before the number: %j", (found, says) => {
  const words = wordsOf(section(found as Partial<ExperimentResult>));
  expect(words).toContain(says);
  expect(words).toContain("about 13 of 100 allocations");
  expect(words).not.toMatch(/significant|proves?d?\b|\bp\b/iu);
  expect(textsInJapanese(section(found as Partial<ExperimentResult>)).join("")).toContain(
    "ポイントの幅をみて",
  );
});

test("[M25] below eight people in a half, and where an anonymous class hides it, no number is said", () => {
  const none = { difference: null, se: null, df: null, interval: null, chance: null, enough: false };
  const few = (did: number | null): ExperimentResult["arms"] => [
    { ...arm("a"), did, n: 7, mean: null, steps: null },
    { ...arm("b"), did, mean: null, steps: null },
  ];
  expect(wordsOf(section({ ...none, arms: few(9) }))).toContain("Here there are 7 and 10.");
  expect(wordsOf(section({ ...none, arms: few(null) }))).toContain(
    "In this anonymous session it can’t be told",
  );
});
