import { createElement } from "react";
import { expect, test } from "vitest";
import { WavesList } from "#app/results/rounds/WavesList.tsx";
import { waves } from "#debate/counting/opinions.ts";
import { votersOf } from "#debate/counting/tally.ts";
import type { Choice } from "#debate/rules/choices.ts";
import { wordsOf } from "#tests/support/markup.tsx";
import { ballot } from "#tests/unit/debate/counting/classroom.ts";

/** Twelve who were undecided: as many moved to For by reading, and again as many by arguing. */
function said(byReading: number, byArguing: number): string {
  const rounds = ["before", "reading", "after"] as const;
  const choices = Array.from({ length: 12 }, (_, n): Choice[] => {
    if (n < byReading) return ["undecided", "for", "for"];
    return n < byReading + byArguing
      ? ["undecided", "undecided", "for"]
      : ["undecided", "undecided", "undecided"];
  });
  const ballots = choices.flatMap((each, n) =>
    rounds.map((round, at) => ballot(`${n}`, round, each[at] ?? "undecided")),
  );
  const counted = waves(votersOf(ballots, rounds));
  return counted ? wordsOf(createElement(WavesList, { waves: counted })) : "";
}

test("[M9] [S9] of few movers it says how many, and no direction; from five on it does", () => {
  const words = said(1, 5);
  expect(words).toContain("Reading 1 of 12 changed their answer: too few to say in which direction.");
  expect(words).toContain("Arguing 41.7 points toward For");
  expect(words).toMatch(/Reading 1 of 12 [^.:]*: too few to say in which direction\. How\?/u);
  expect(said(0, 4)).toContain("Reading No one changed their answer.");
  expect(said(0, 4)).toMatch(/Arguing 4 of 12 [^.:]*: too few to say in which direction\. How\?/u);
});
