import { createElement } from "react";
import { expect, test } from "vitest";
import { startingState } from "#app/live/live-state.ts";
import { QuestionsBelow } from "#app/student/check/QuestionsBelow.tsx";
import { type Seat, SeatContext } from "#app/student/join/seat.ts";
import type { Phase } from "#debate/rules/phases.ts";
import { Settings } from "#debate/rules/settings.ts";
import { textsInJapanese, wordsOf } from "#tests/support/markup.tsx";

/** Below the texts of a phone that has no questions. */
function below(phase: Phase, seat: Pick<Seat, "questions" | "askAgain">) {
  const snapshot = {
    version: 1,
    phase,
    locked: false,
    joined: 3,
    turnout: { round: "before", voted: 3 },
  } as const;
  const value = {
    state: startingState({ snapshot, rebuttals: [], cursor: 0, now: 0 }),
    settings: Settings.parse({ comprehension: true }),
    ...seat,
  } as Partial<Seat> as Seat;
  return createElement(SeatContext.Provider, { value }, createElement(QuestionsBelow));
}

test("[Y4] questions that could not be loaded are said to be missing where they are due, with a way to try again", () => {
  const failed = { questions: null, askAgain: () => undefined };
  expect(wordsOf(below("reading", failed))).toBe("Can’t load the questions on the positions. Try again");
  expect(textsInJapanese(below("rebuttal", failed))).toEqual([
    "立論についての問題を読み込めません。",
    "もう一度試す",
  ]);
  expect(wordsOf(below("lobby", failed))).toBe("");
  expect(wordsOf(below("reading", { questions: null, askAgain: null }))).toBe("");
  expect(wordsOf(below("reading", { questions: [], askAgain: () => undefined }))).toBe("");
});
