import { createElement } from "react";
import { beforeAll, describe, expect, test } from "vitest";
import { loadLaterFaces } from "#app/screen/later-faces.ts";
import { claimOf } from "#app/screen/ReadingFace.tsx";
import { WallFace } from "#app/screen/WallFace.tsx";
import type { Wall } from "#app/screen/wall.ts";
import type { Position } from "#debate/content/debate.ts";
import { countResults } from "#debate/counting/results.ts";
import { type MovedPeople, resultMessage } from "#debate/counting/reveal.ts";
import type { OnWall, Rebuttal, Snapshot, WallWords } from "#debate/rules/snapshot.ts";
import type { Step } from "#debate/rules/steps.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { wordsOf } from "#tests/support/markup.tsx";
import { ballotsOf, type Counts, matrix, session } from "#tests/unit/debate/counting/classroom.ts";

beforeAll(loadLaterFaces);

const PLANNED = matrix("7 1 1 / 4 8 1 / 5 1 2");
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
});

describe("[V18] words of a voter, on the wall", () => {
  test("are shown alone, under a line that says what they are", () => {
    const onWall = { reason: "one" };
    const reason = wall({ onWall, words: { kind: "reason", text: "Because of the islands." } });
    expect(reason).toContain("Why someone voted as they did");
    expect(reason).toContain("Because of the islands.");
    const why = wall({ onWall, words: { kind: "why", text: "The second expert." } });
    expect(why).toContain("What moved someone, in their own words");
  });

  test("are replaced by the phase once the host or the voter deletes them", () => {
    expect(wall({ onWall: { reason: "one" } })).toBe(wall({}));
  });
});

test.each([
  [30, "Vote again 30 of 31 have voted"],
  [31, "Everyone has voted You can change your vote until voting closes"],
])("[V37] of 31 people, once %i have voted, the wall says so", (voted, words) => {
  const snapshot = { ...VOTE, turnout: { round: "after", voted } } as const;
  expect(wordsOf(createElement(WallFace, { wall: { ...SHOWN, result: null, snapshot } }))).toContain(words);
});

const position = (text: string): Position => ({
  side: "for",
  expert: { name: "Ada", role: "Engineer" },
  paragraphs: [{ n: 1, text }],
});

test("[V30] a position's claim is its first sentence, in any script", () => {
  expect(claimOf(position("Dr. Sato is right. The card is bad."))).toBe("Dr. Sato is right.");
  expect(claimOf(position("国境は動かない。地理は取引に応じない。"))).toBe("国境は動かない。");
});

test("[V30] of a first sentence without an end, 320 characters and an ellipsis", () => {
  const claim = claimOf(position("あ".repeat(900)));
  expect([...claim]).toHaveLength(322);
  expect(claim).toMatch(/あ …$/u);
});
