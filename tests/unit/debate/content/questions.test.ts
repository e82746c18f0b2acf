import { expect, test } from "vitest";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import type { Debate } from "#debate/content/debate.ts";
import { areAnswers, countAnswers, questionsForClass } from "#debate/content/questions.ts";
import { debateForClass } from "#debate/content/versions.ts";
import { PHASES } from "#debate/rules/phases.ts";
import { Settings } from "#debate/rules/settings.ts";

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

test("[Y1] a class is sent the glossary of a kit, and nothing else of it", () => {
  expect(debateForClass(debate).kit).toEqual({ glossary: debate.kit?.glossary });
});

test("[Y4] questions come with the reading, and what is right after it", () => {
  const [question, options] = ["Who leads?", ["Japan", "Russia"]];
  expect(questionsForClass(debate, asked, "reading")[0]).toEqual({ question, options });
  for (const phase of PHASES.slice(0, 2)) expect(questionsForClass(debate, asked, phase)).toEqual([]);
  for (const phase of PHASES.slice(3))
    expect(questionsForClass(debate, asked, phase)[0]).toEqual({
      ...{ question, options },
      ...{ answer: 1, why: "The text says so." },
    });
  for (const phase of PHASES) expect(questionsForClass(debate, Settings.parse({}), phase)).toEqual([]);
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
