import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { startingState } from "#app/live/live-state.ts";
import { Seated } from "#app/student/join/Seated.tsx";
import type { Seat } from "#app/student/join/seat.ts";
import { ResultView } from "#app/student/result/ResultView.tsx";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { MyCredit, Rebuttal, Snapshot } from "#debate/rules/snapshot.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { wordsOf } from "#tests/support/markup.tsx";

const GONE = "This rebuttal is no longer shown.";
const NOTHING = "There’s nothing to show for this step.";
const MOVED = {
  ...{ rebuttals: ["one"], answers: [null], paragraphs: [], commonGround: [] },
  credits: { rebuttals: [2], paragraphs: [] },
};
const OWN: Rebuttal = {
  ...{ id: "one", side: "for", body: "Borders last.", endorsements: 0, status: "hidden", at: 0, rank: 1 },
};

type Showing = {
  notHeld?: Snapshot["notHeld"];
  readingVote?: boolean;
  credit?: MyCredit;
  isLoaded?: boolean;
  rebuttals?: Rebuttal[];
  posted?: string[];
};

function phone(
  result: ResultMessage,
  { notHeld, readingVote = false, credit, isLoaded = true, rebuttals = [], posted = [] }: Showing = {},
): string {
  const snapshot: Snapshot = {
    ...{ version: 1, phase: "results", locked: false, joined: 3, step: result.step },
    turnout: { round: "after", voted: 3 },
    ...(notHeld && { notHeld }),
  };
  const seat = {
    ...{
      code: "ABC234",
      resolution: BUILT_IN_DEBATE.resolution,
      settings: Settings.parse({ questions: { readingVote } }),
    },
    state: startingState({ snapshot, result, rebuttals, cursor: 0, now: 0 }),
    debate: isLoaded ? BUILT_IN_DEBATE : null,
    you: {
      ...{ participantId: "me", name: "Me", endorsed: [], posted, reported: [] },
      ballots: { after: { choice: "for", seq: 1, ...(credit && { credit }) } },
    },
  } as Partial<Seat> as Seat;
  return wordsOf(
    createElement(
      Seated,
      { seat, shown: { view: "result", place: null }, waiting: [] },
      createElement(ResultView),
    ),
  );
}

describe("[V14] a step with nothing to show says so, and not that there was something", () => {
  test.each(["chance", "moved"] as const)("at %s", (step) => {
    expect(phone({ step })).toContain(NOTHING);
  });

  test.each(["before", "flow"] as const)("at %s, where nothing is hidden", (step) => {
    const words = phone({ step });
    expect(words).not.toContain("hidden");
    expect(phone({ step, flowHidden: true })).toContain("The exact counts are hidden");
  });
});

describe("[R15] what moved me and the class, while its words load", () => {
  test("a rebuttal of a page that has not come is not said to be hidden", () => {
    const words = phone({ step: "moved", moved: MOVED }, { credit: { rebuttalId: "one" } });
    expect(words).not.toContain(GONE);
    expect(words).toContain("2 say they would have voted otherwise");
    expect(words).toContain("A classmate’s rebuttal");
  });

  test("one that is known to be hidden is", () => {
    expect(phone({ step: "moved", moved: MOVED }, { rebuttals: [OWN] })).toContain(GONE);
  });
});

describe("[V35] an author whose words moved someone is told", () => {
  const TOLD = "2 say they would have voted otherwise without a rebuttal of yours.";
  const moved = {
    ...MOVED,
    rebuttals: ["one", "two"],
    answers: [null, null],
    credits: { rebuttals: [2, 1], paragraphs: [] },
  };

  test.each(["moved", "open"] as const)("at %s, and nobody else is", (step) => {
    expect(phone({ step, moved }, { posted: ["one"] })).toContain(TOLD);
    const both = phone({ step, moved }, { posted: ["one", "two"], rebuttals: [OWN] });
    expect(both).toContain(
      `${TOLD} Borders last. 1 says they would have voted otherwise without a rebuttal of yours.`,
    );
    // The card's sum may have more: of rebuttals that are not named to everyone.
    expect(both).not.toContain("without your words");
    expect(phone({ step, moved }, { posted: ["three"] })).not.toContain("a rebuttal of yours");
  });
});
