import { expect, test } from "vitest";
import { blankQuestion, blankStep, blankTerm, checkKit, kitFormOf } from "#app/instructor/kit/kit-form.ts";
import type { Kit } from "#debate/content/kit.ts";

const kit: Kit = {
  objectives: ["See both sides", "Weigh evidence"],
  plans: [
    {
      minutes: 45,
      steps: [
        { minutes: 5, phase: "lobby", what: "Join" },
        { minutes: 40, what: "Argue" },
      ],
    },
  ],
  glossary: [{ term: "card", meaning: "An advantage" }],
  questions: [{ question: "Who?", options: ["Japan", "Russia"], answer: 1, why: "It says so." }],
  exitTicket: ["What changed?"],
  notes: { reading: "Walk around.\n\nAsk." },
  licence: "CC BY 4.0",
};

test("[Y1] a kit in fields and back is the same kit, and an empty form is an empty kit", () => {
  expect(checkKit(kitFormOf(kit)).kit).toEqual(kit);
  expect(checkKit(kitFormOf()).kit).toEqual({});
});

test("[Y1] what is wrong is said at its field", () => {
  const form = kitFormOf(kit);
  const [term, question] = [blankTerm(), blankQuestion()];
  const wrong = {
    ...form,
    plans: { ...form.plans, 90: [{ ...blankStep(), key: "step", minutes: "soon", what: "Argue" }] },
    glossary: [blankTerm(), { ...term, term: "peace" }],
    questions: [{ ...question, question: "Who?", options: "Japan" }],
    exitTicket: "One\nTwo\nThree\nFour",
    licence: "x".repeat(501),
  };
  const { kit: none, faults } = checkKit(wrong);
  expect(none).toBeNull();
  expect(Object.fromEntries(faults)).toEqual({
    "step.minutes": { code: "not-a-number" },
    [`${term.key}.meaning`]: { code: "required" },
    [`${question.key}.options`]: { code: "required" },
    exitTicket: { code: "too-many", limit: 3 },
    licence: { code: "too-long", over: 1, limit: 500 },
  });
});
