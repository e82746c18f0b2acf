import { createElement } from "react";
import { beforeAll, describe, expect, test } from "vitest";
import { loadLaterFaces } from "#app/screen/later-faces.ts";
import { WallFace } from "#app/screen/WallFace.tsx";
import type { Wall } from "#app/screen/wall.ts";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { countResults } from "#debate/counting/results.ts";
import { type MovedPeople, resultMessage } from "#debate/counting/reveal.ts";
import type { OnWall, Rebuttal, Snapshot, WallWords } from "#debate/rules/snapshot.ts";
import type { Step } from "#debate/rules/steps.ts";
import { wordsOf } from "#tests/support/markup.tsx";
import { ballotsOf, type Counts, session } from "#tests/unit/debate/counting/classroom.ts";

beforeAll(loadLaterFaces);

const PLANNED = [
  [7, 1, 1],
  [4, 8, 1],
  [5, 1, 2],
];
const BODY = "Geography does not bargain.";
const REBUTTAL: Rebuttal = {
  ...{ id: "one", side: "against", body: BODY, endorsements: 3, status: "published", at: 0, rank: 1 },
};
const MOVED: MovedPeople = {
  rebuttals: ["one"],
  answers: [{ side: "for", n: 3 }],
  paragraphs: [{ side: "against", n: 1 }],
  commonGround: ["one"],
  credits: { rebuttals: [7], paragraphs: [2] },
};

const VOTE: Omit<Snapshot, "turnout"> = { version: 1, phase: "after", locked: false, joined: 31 };
const SHOWN: Omit<Wall, "result" | "snapshot"> = {
  ...{ code: "ABC234", debate: BUILT_IN_DEBATE, address: "https://debate.example", joinPath: "/s/ABC234" },
  ...{ entry: "open", activities: {}, isStaged: true, connection: "live", canStore: true },
  rebuttals: new Map([[REBUTTAL.id, REBUTTAL]]),
};

type Showing = {
  words?: WallWords;
  step?: Step;
  counts?: Counts;
  onWall?: OnWall;
  moved?: MovedPeople;
  voted?: number;
};

function wall(showing: Showing): string {
  const { step = "open", counts = PLANNED, onWall, moved, words, voted = 30 } = showing;
  const results = countResults(session({ ballots: ballotsOf(counts) }));
  const shown: Wall = {
    ...SHOWN,
    result: { ...resultMessage(results, step), ...(moved && { moved }) },
    snapshot: {
      ...{ version: 1, phase: "results", locked: false, joined: 31, step },
      turnout: { round: "after", voted },
      ...(onWall && { wall: onWall }),
      ...(words && { wallWords: words }),
    },
  };
  return wordsOf(createElement(WallFace, { wall: shown }));
}

describe("[V12] what moved the class, on the wall", () => {
  test("names paragraphs, and of rebuttals what they answer and not their words", () => {
    const words = wall({ step: "moved", moved: MOVED });
    for (const said of [
      "What people say moved them: how many would have voted otherwise without it",
      "7 say they would have voted otherwise",
      "2 say they would have voted otherwise",
      ...["Answers", "paragraph 3", "Paragraph 1", "Common ground"],
    ])
      expect(words).toContain(said);
    expect(words).toContain("The words are on your phone.");
    expect(words).not.toContain(BODY);
  });

  test("says of a reply that it answers a classmate, and of one that answers nothing only whose it is", () => {
    const moved = { ...MOVED, answers: [null] };
    expect(wall({ step: "moved", moved: { ...moved, replies: ["one"] } })).toContain("Answers a classmate");
    const alone = wall({ step: "moved", moved });
    expect(alone).not.toContain("Answers a classmate");
    expect(alone).toContain("A classmate’s rebuttal");
  });

  test("has common ground alone, too", () => {
    const nothing = {
      rebuttals: [],
      answers: [],
      paragraphs: [],
      credits: { rebuttals: [], paragraphs: [] },
    };
    const words = wall({ step: "moved", moved: { ...nothing, commonGround: ["one", "two"] } });
    expect(words).toContain("2 rebuttals persuaded both camps.");
  });

  test("counts common ground that is not named, too", () => {
    const none = { rebuttals: 1, paragraphs: 1, credits: { rebuttals: 7, paragraphs: 2 } };
    const words = wall({ step: "moved", moved: { ...MOVED, inAll: { ...none, commonGround: 5 } } });
    expect(words.match(/5 rebuttals persuaded both camps\./gu)).toHaveLength(2);
  });
});

describe("[V14] a step with nothing to show says so, and not that there was something", () => {
  test.each<Step>(["chance", "moved"])("at %s", (step) => {
    const still = [[3], [0, 4], [0, 0, 5]];
    expect(wall({ step, counts: still })).toContain("There’s nothing to show for this step.");
  });

  test.each<Step>(["before", "flow"])("at %s, where nothing is hidden", (step) => {
    const words = wall({ step, counts: [] });
    expect(words).toContain("There’s nothing to show for this step.");
    expect(words).not.toContain("hidden");
  });
});

test("[S10] the sentence about the coin says how many dots are filled, also at a tie", () => {
  const tie = [
    [5, 1, 0],
    [4, 5, 0],
    [0, 0, 2],
  ];
  expect(wall({ step: "chance", counts: tie })).toContain("about 37 would split");
});

describe("[V12] what the host puts on the wall in the results", () => {
  test.each<[string, OnWall, string]>([
    ["a paragraph", { paragraph: { side: "for", n: 2 } }, "paragraph 2"],
    ["the flow", { chart: "flow" }, "13 of the 30 who voted both times changed their answer."],
    ["the swing", { chart: "swing" }, "lost 10.0 13 before, 10 after; the line includes 0"],
    ["the coin", { chart: "chance" }, "about 9 would split"],
    ["thanks", "thanks", "https://debate.example/results/ABC234".replace("https://", "")],
  ])("is %s", (_, onWall, words) => {
    expect(wall({ onWall })).toContain(words);
  });

  test("gives way to the reveal where there is nothing to draw", () => {
    const still = [
      [3, 0, 0],
      [0, 4, 0],
      [0, 0, 5],
    ];
    expect(wall({ counts: still, onWall: { chart: "chance" } })).toContain("Nobody moved.");
    expect(wall({ onWall: { chart: "guess" } })).toContain("The full results:");
    expect(wall({ onWall: { paragraph: { side: "for", n: 80 } } })).toContain("The full results:");
  });
});

test("[V14] a wall that hasn't heard the step yet says that votes are counted", () => {
  const results = { version: 1, phase: "results", locked: false, joined: 3, step: "covered" } as const;
  const words = wordsOf(
    createElement(WallFace, {
      wall: {
        ...{ code: "ABC234", debate: BUILT_IN_DEBATE, address: "https://debate.example" },
        ...{
          joinPath: "/s/ABC234",
          entry: "open",
          activities: {},
          isStaged: false,
          connection: "live",
        },
        ...{ canStore: true, rebuttals: new Map(), result: null },
        snapshot: { ...results, turnout: { round: "after", voted: 3 } },
      },
    }),
  );
  expect(words).toContain("Counting the votes");
});

describe("[V18] words of a voter, on the wall", () => {
  test("stand there alone, and say what they are", () => {
    const onWall = { reason: "one" };
    const reason = wall({ onWall, words: { kind: "reason", text: "Because of the islands." } });
    expect(reason).toContain("Why someone voted as they did");
    expect(reason).toContain("Because of the islands.");
    const why = wall({ onWall, words: { kind: "why", text: "The second expert." } });
    expect(why).toContain("What moved someone, in their own words");
  });

  test("give way to the phase once they are gone", () => {
    expect(wall({ onWall: { reason: "one" } })).toBe(wall({}));
  });
});

test.each([
  [0, "Voting is over No one voted in the last round."],
  [30, "Voting is over 30 people voted."],
])("[V14] after %i last votes, what covers the results contradicts nothing", (voted, words) => {
  expect(wall({ step: "covered", voted })).toContain(words);
});

test.each([
  [30, "Vote again 30 of 31 have voted"],
  [31, "Everyone has voted You can change your vote until voting closes"],
])("[V37] of 31 people, once %i have voted, the wall says so", (voted, words) => {
  const snapshot = { ...VOTE, turnout: { round: "after", voted } } as const;
  expect(wordsOf(createElement(WallFace, { wall: { ...SHOWN, result: null, snapshot } }))).toContain(words);
});
