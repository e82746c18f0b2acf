import { expect, test } from "vitest";
import { LESSON_MINUTES } from "#debate/content/kit.ts";
import { suggestPlan } from "#debate/content/lesson-plan.ts";
import { lengthOf } from "#debate/content/reading-time.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";

const wordy = (words: number) => {
  const paragraphs = [{ n: 1, text: "word ".repeat(words) }];
  const [one, other] = BUILT_IN_DEBATE.positions;
  return {
    lang: "en",
    positions: [
      { ...one, paragraphs },
      { ...other, paragraphs },
    ] as typeof BUILT_IN_DEBATE.positions,
  };
};

test.each(LESSON_MINUTES)("[Y3] a plan for %i minutes takes so many, however long the texts", (minutes) => {
  for (const words of [1, 500, 5_000, 50_000]) {
    const { steps } = suggestPlan(wordy(words), minutes);
    expect(steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(minutes);
    for (const step of steps) expect(step.minutes).toBeGreaterThan(0);
  }
});

test("[Y3] reading gets the time that both texts take, at most three fifths of what is left", () => {
  // 660 words at 220 a minute: 3 minutes a side. Of 45, 30 are left for reading and arguing.
  const plan = suggestPlan(wordy(660), 45);
  expect(plan.steps.map(({ phase, minutes }) => `${phase} ${minutes}`)).toEqual([
    ...["lobby 3", "before 2", "reading 6", "rebuttal 24", "after 2", "results 8"],
  ]);
  expect(plan.atHome).toBe(false);
  const long = suggestPlan(wordy(2_200), 45);
  expect(long.steps[2]).toEqual({ phase: "reading", minutes: 18 });
  expect(long.atHome).toBe(true);
});

test("[E9] 900 characters of Japanese take two minutes, 660 words of English three", () => {
  const japanese = [{ text: "港は町の記憶である。".repeat(60) }, { text: "一 二　三".repeat(100) }];
  expect(lengthOf(japanese, "ja")).toEqual({ unit: "characters", count: 900, minutes: 2 });
  expect(lengthOf([{ text: "The port is ".repeat(220) }], "en-GB")).toEqual({
    unit: "words",
    count: 660,
    minutes: 3,
  });
  expect(lengthOf([{ text: "One word" }])).toEqual({ unit: "words", count: 2, minutes: 1 });
});
