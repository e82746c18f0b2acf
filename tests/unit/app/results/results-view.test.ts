import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { ResultsView } from "#app/results/ResultsView.tsx";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { countResults } from "#debate/counting/results.ts";
import { forClass } from "#debate/counting/small-groups.ts";
import { wordsOf } from "#tests/support/markup.tsx";
import { ballot, ballotsOf, session } from "#tests/unit/debate/counting/classroom.ts";

const PLANNED = [
  [7, 1, 1],
  [4, 8, 1],
  [5, 1, 2],
];
const left = Array.from({ length: 6 }, (_, i) => ballot(`left-${i}`, "before", "for"));
const input = session({
  ballots: [...ballotsOf(PLANNED), ...left].map((each) => ({ ...each, confidence: 3 })),
});
const page = (results: Parameters<typeof ResultsView>[0]["results"]) =>
  wordsOf(createElement(ResultsView, { results, debate: BUILT_IN_DEBATE, isHost: false }));

test("[S7] [S8] [S10] [S11] [M8] the results page says it all in words", () => {
  const words = page(countResults(input));
  for (const said of [
    "For is ahead, a hint and not proof. From 9 to 16 of the 30 who voted twice; Against from 13 to 10. Ten moved toward For, 3 toward Against.",
    "For, 33.3 points",
    "the line: −1.7 to +63.3",
    "5 people would have to answer differently to end the lead.",
    "Of 100 such classes, about 9 would split as unevenly as yours or more.",
    "The missing answers could change who leads.",
    "Of the 30 who said how sure they were both times",
    "The class is further apart than before. Fewer undecided voters alone would also do that.",
    "Coin: 9 of 100. Mid-p: 0.057.",
    "exact: p = 0.15",
  ])
    expect(words).toContain(said);
  expect(words).not.toMatch(/significant|unlikely to be chance/u);
});

test("[Z8] a class with the open code sees a rounded flow, and reads that it is rounded", () => {
  const words = page(forClass(countResults(input), input, { isClosed: false, draw: () => 0.3 }));
  expect(words).toContain("For came out ahead. By how much is rounded or left out");
  expect(words).toContain("This flow is rounded to fives and slightly blurred");
  expect(words).not.toContain("would have to answer differently to end the lead");
});

test("[S10] the results page says how many dots the reveal fills, also at a tie", () => {
  const tie = [
    [5, 1, 0],
    [4, 5, 0],
    [0, 0, 2],
  ];
  const words = page(countResults(session({ ballots: ballotsOf(tie) })));
  expect(words).toContain("about 37 would split");
  expect(words).toContain("Coin: 37 of 100.");
});

describe("[M12] the results page shows guesses beside what it was", () => {
  const ids = [...new Set(input.ballots.map(({ participantId }) => participantId))];
  const guessing = (seats: readonly string[]) => ({
    ...input,
    guesses: seats.map((participantId) => ({
      participantId,
      share: participantId.startsWith("against-") ? 40 : 60,
    })),
  });
  const counted = guessing(ids.filter((id) => !id.startsWith("undecided-")));

  test("of all, and of each camp of which ten guessed", () => {
    const words = page(countResults(counted));
    expect(words).toContain("28 guesses, 51% on average. It was 53%.");
    expect(words).toContain("15 people who first voted For guessed 60% on average.");
    expect(words).toContain("13 people who first voted Against guessed 40% on average.");
    expect(words).not.toContain("were undecided at first");
  });

  test("of all only, where camps may not be told", () => {
    const { guess, ...rest } = countResults(counted);
    const words = page({ ...rest, guess: guess && { ...guess, byCamp: {} } });
    expect(words).toContain("28 guesses, 51% on average.");
    expect(words).not.toContain("who first voted For guessed");
  });

  test("not at all without guesses", () => {
    expect(page(countResults(input))).not.toContain("What the class guessed");
  });
});
