import { expect, test } from "vitest";
import { besideOf } from "#debate/activities/beside.ts";
import { countAnswers } from "#debate/activities/comprehension/results.ts";
import { areAnswers } from "#debate/activities/comprehension/rules.ts";
import type { Debate } from "#debate/content/debate.ts";
import { PHASES, type Phase } from "#debate/rules/phase-order.ts";
import { Settings } from "#debate/rules/settings.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";

const asked = Settings.parse({ activities: { comprehension: {} } });
const debate: Debate = {
  ...BUILT_IN_DEBATE,
  kit: {
    glossary: [{ term: "card", meaning: "An advantage" }],
    questions: [
      { question: "Who leads?", options: ["Japan", "Russia"], answer: 1, why: "The text says so." },
      { question: "Since when?", options: ["2013", "2018", "2019"], answer: 0 },
    ],
    notes: { reading: "Walk around." },
    exitTicket: ["What would change your mind?"],
  },
};

const questionsIn = (phase: Phase, settings: Settings) => besideOf(debate, { phase, settings }).questions;

test("[Y4] questions come with the reading, and what is right after it", () => {
  const [question, options] = ["Who leads?", ["Japan", "Russia"]];
  expect(questionsIn("reading", asked)?.[0]).toEqual({ question, options });
  for (const phase of PHASES.slice(0, 2)) expect(questionsIn(phase, asked)).toBeUndefined();
  for (const phase of PHASES.slice(3))
    expect(questionsIn(phase, asked)?.[0]).toEqual({
      ...{ question, options },
      ...{ answer: 1, why: "The text says so." },
    });
  for (const phase of PHASES) expect(questionsIn(phase, Settings.parse({}))).toBeUndefined();
});

test("[Y4] answers are one for each question, among its options", () => {
  for (const answers of [
    [0, 2],
    [null, null],
    [1, null],
  ])
    expect(areAnswers(debate, answers)).toBe(true);
  for (const answers of [[0], [0, 1, 0], [2, 0], [0, 3]]) expect(areAnswers(debate, answers)).toBe(false);
  expect(areAnswers(BUILT_IN_DEBATE, [0])).toBe(false);
});

test("[Y5] counts say how many answered anything, and how often each option was chosen", () => {
  const sets = [
    { answers: [1, 0], count: 3 },
    { answers: [1, null], count: 2 },
    { answers: [null, null], count: 4 },
    { answers: [0, 2], count: 1 },
  ];
  expect(countAnswers(sets)).toEqual({
    answered: 6,
    options: [
      [1, 5],
      [3, 0, 1],
    ],
  });
});
