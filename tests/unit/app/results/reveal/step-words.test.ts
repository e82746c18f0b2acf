import fc from "fast-check";
import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { dotColumns } from "#app/results/reveal/dot-columns.ts";
import { useStepWords } from "#app/results/reveal/use-step-words.ts";
import { countResults } from "#debate/counting/results.ts";
import { type ResultMessage, resultMessage } from "#debate/counting/reveal.ts";
import { forClass } from "#debate/counting/small-groups.ts";
import { STEPS, type Step } from "#debate/rules/steps.ts";
import { wordsOf } from "#tests/support/markup.tsx";
import { ballotsOf, type Counts, matrix, session } from "#tests/unit/debate/counting/classroom.ts";

const PLANNED = matrix("7 1 1 / 4 8 1 / 5 1 2");

function Spoken({ result }: { result: ResultMessage }) {
  return createElement("p", null, useStepWords().spoken(result));
}

const inputOf = (counts: Counts, guesses: number[] = []) =>
  session({
    ballots: ballotsOf(counts),
    guesses: guesses.map((share, at) => ({ participantId: `${at}`, share })),
  });
const say = (result: ResultMessage) => wordsOf(createElement(Spoken, { result }));
const spoken = (step: Step, counts: Counts, guesses?: number[]) =>
  say(resultMessage(countResults(inputOf(counts, guesses)), step));

describe("[V14] each step of the reveal in a spoken sentence", () => {
  test("of the class that was planned", () => {
    const guesses = [40, 44];
    expect(STEPS.map((step) => spoken(step, PLANNED, guesses))).toEqual([
      "Voting is over",
      "What percentage of the last votes are For?",
      "Before the debate, 9 of the 30 who voted both times were For, 13 Against and 8 undecided.",
      "13 of the 30 who voted both times changed their answer. For went from 9 to 16, Against from 13 to 10, undecided from 8 to 4. 2 guesses, 42% on average. Of all the last votes, 53% were For.",
      expect.stringContaining("For is ahead, a hint and not proof. From 9 to 16"),
      "Suppose the debate pushed nobody and every mover tossed one coin. Of 100 such classes, about 9 would split as unevenly as yours or more.",
      "There’s nothing to show for this step.",
      expect.stringContaining("For is ahead, a hint and not proof."),
    ]);
  });

  test("[Z8] a rounded flow says that it is rounded", () => {
    const input = inputOf(PLANNED);
    const told = forClass(countResults(input), input, { isClosed: false, chance: () => 0.3 });
    expect(say(resultMessage(told, "before"))).toMatch(
      /^Before the debate, about 5 of those who voted both times were For/u,
    );
    expect(say(resultMessage(told, "flow"))).toContain("This flow is rounded to fives");
    expect(say(resultMessage(told, "verdict"))).toContain(
      "one side can come out ahead like this. This flow is rounded to fives",
    );
  });
});

const PLOT = { width: 1600, height: 390, largest: 44, columns: 41 };

describe("dots stacked on an axis", () => {
  test("all of them are drawn, inside the plot, and none on another", () => {
    const someValues = fc
      .tuple(
        fc.integer({ min: 1, max: 90 }),
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 300 }),
      )
      .map(([far, parts]) => ({ far, values: parts.map((part) => Math.round(part * far)) }));
    fc.assert(
      fc.property(someValues, ({ far, values }) => {
        const { dots, size } = dotColumns(values, { low: -far, high: far, step: 1 }, PLOT);
        expect(dots.map(({ value }) => value).sort((a, b) => a - b)).toEqual(
          [...values].sort((a, b) => a - b),
        );
        for (const { x, y } of dots) {
          expect(x).toBeGreaterThanOrEqual(size / 2 - 0.01);
          expect(x).toBeLessThanOrEqual(PLOT.width - size / 2 + 0.01);
          expect(y).toBeGreaterThanOrEqual(size / 2 - 0.01);
          expect(y).toBeLessThanOrEqual(PLOT.height);
        }
        const places = dots.map(({ x, y }) => `${x} ${y}`);
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });
});
