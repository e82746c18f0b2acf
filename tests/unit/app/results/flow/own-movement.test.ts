import { createElement } from "react";
import { expect, test } from "vitest";
import { OwnMovement } from "#app/results/flow/OwnMovement.tsx";
import { countResults } from "#debate/counting/results.ts";
import { resultMessage } from "#debate/counting/reveal.ts";
import { forClass } from "#debate/counting/small-groups.ts";
import { wordsOf } from "#tests/support/markup.tsx";
import { ballotsOf, type Counts, session } from "#tests/unit/debate/counting/classroom.ts";

const HIDDEN = "The exact counts are hidden so that no one can be singled out.";
const NONE = "No one voted both times, so there is no movement to show.";

function told(counts: Counts, hides = true) {
  const input = session({ ballots: ballotsOf(counts) });
  const results = countResults(input);
  return resultMessage(
    hides ? forClass(results, input, { isClosed: true, chance: () => 0.3 }) : results,
    "open",
  );
}
const say = (props: Parameters<typeof OwnMovement>[0]) => wordsOf(createElement(OwnMovement, props));
const FEW = [
  [2, 1, 0],
  [1, 1, 0],
  [0, 0, 0],
];
const NOBODY = [
  [0, 0, 0],
  [0, 0, 0],
  [0, 0, 0],
];

test("[Z2] where the flow of a small class is hidden, a phone doesn't say that no one voted twice", () => {
  for (const own of [{ before: "for", after: "against" } as const, {}]) {
    expect(say({ ...own, result: told(FEW) })).toContain(HIDDEN);
    expect(say({ ...own, result: told(FEW) })).not.toContain(NONE);
  }
  expect(say({ result: told(NOBODY) })).toContain(NONE);
});

test("[Z8] of a rounded flow nobody is counted who moved alike", () => {
  const counts = [
    [7, 1, 1],
    [4, 8, 1],
    [5, 1, 2],
  ];
  const own = { before: "against", after: "for" } as const;
  expect(say({ ...own, result: told(counts, false) })).toContain("3 others did the same.");
  const input = session({ ballots: ballotsOf(counts) });
  const rounded = forClass(countResults(input), input, { isClosed: false, chance: () => 0.3 });
  const words = say({ ...own, result: resultMessage(rounded, "open") });
  expect(words).not.toContain("did the same");
  expect(words).toContain("This flow is rounded to fives");
});
