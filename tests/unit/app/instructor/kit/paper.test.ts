import { createElement } from "react";
import { expect, test } from "vitest";
import { HandoutPaper } from "#app/instructor/kit/paper/HandoutPaper.tsx";
import { KeyPaper } from "#app/instructor/kit/paper/KeyPaper.tsx";
import { PlanPaper } from "#app/instructor/kit/paper/PlanPaper.tsx";
import { SlipsPaper } from "#app/instructor/kit/paper/SlipsPaper.tsx";
import type { Debate } from "#debate/content/debate.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { markupOf, wordsOf } from "#tests/support/markup.tsx";

const questions = [{ question: "Who leads?", options: ["Japan", "Russia"], answer: 1, why: "It says so." }];
const debate: Debate = {
  ...BUILT_IN_DEBATE,
  kit: {
    plans: [
      {
        minutes: 20,
        steps: [
          { minutes: 3, phase: "lobby", what: "Join in" },
          { minutes: 17, what: "Argue" },
        ],
      },
    ],
    glossary: [{ term: "card", meaning: "An advantage" }],
    notes: { reading: "Walk around." },
    questions,
    licence: "CC BY 4.0",
  },
};

test("[Y7] the plan says from which minute to which each step goes, with the notes", () => {
  const words = wordsOf(createElement(PlanPaper, { debate }));
  for (const said of [
    "Lesson of 20 minutes",
    "0–3 Lobby Join in",
    "3–20 Argue",
    "Reading Walk around.",
    "CC BY 4.0",
  ])
    expect(words).toContain(said);
});

test("[Y7] a handout has both positions whole, the glossary, and questions without what is right", () => {
  const words = wordsOf(createElement(HandoutPaper, { debate })).replaceAll("&#x27;", "'");
  const paragraphs = debate.positions.flatMap((position) => position.paragraphs);
  expect(paragraphs).toHaveLength(14);
  for (const said of [
    ...paragraphs.map(({ text }) => text.slice(0, 60)),
    "An advantage",
    "Who leads?",
    "CC BY 4.0",
  ])
    expect(words).toContain(said);
  for (const teachers of ["It says so.", "Walk around."]) expect(words).not.toContain(teachers);
});

test("[Y7] ballot slips are numbered, each with all rounds and choices; the key has what is right", () => {
  const slips = markupOf(createElement(SlipsPaper, { resolution: debate.resolution, count: 9 }));
  expect(slips.match(/data-whole/gu)).toHaveLength(9);
  expect(slips).toContain("No. 9");
  expect(slips.match(/Undecided/gu)).toHaveLength(27);
  const key = wordsOf(createElement(KeyPaper, { questions }));
  expect(key).toContain("Japan Right: Russia It says so.");
});
