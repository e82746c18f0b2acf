import { expect, test } from "vitest";
import { persuades } from "#debate/counting/credit.ts";
import type { CountedBallot, Credit } from "#debate/counting/input.ts";
import { countResults } from "#debate/counting/results.ts";
import { ballot, rebuttal, session } from "./classroom.ts";

const WHY = "It showed that the cost falls on those who never voted for it.";
const POSITIONS = [
  { side: "for" as const, paragraphs: [{ n: 1 }, { n: 2 }] },
  { side: "against" as const, paragraphs: [{ n: 1 }] },
];

function after(participantId: string, credit: Credit): CountedBallot {
  return {
    ...ballot(participantId, "after", "for"),
    credit: { without: "undecided", why: WHY, ...credit },
  };
}

/** The credits of rebuttal "r" and of the paragraphs, when these ballots were cast. */
function creditsOf(...ballots: CountedBallot[]) {
  const { rebuttals, paragraphs } = countResults(
    session({
      ballots,
      positions: POSITIONS,
      rebuttals: [rebuttal("r", { participantId: "ada" })],
    }),
  );
  return { r: rebuttals[0]?.credits, paragraphs: paragraphs.map(({ credits }) => credits) };
}

test("[C1] a credit counts if the vote would have been different without it", () => {
  expect(creditsOf(after("ben", { rebuttalId: "r" }))).toEqual({ r: 1, paragraphs: [0, 0, 0] });
  expect(creditsOf(after("ben", { rebuttalId: "r", without: "for" })).r).toBe(0);
  expect(creditsOf(after("ben", { rebuttalId: "r", without: undefined })).r).toBe(0);
  expect(creditsOf({ ...after("ben", { rebuttalId: "r" }), round: "before" }).r).toBe(0);
});

test("[C2] 50 characters count and 49 do not; spaces around and halves of an emoji add nothing", () => {
  const reason = (why: string) => persuades(after("ben", { rebuttalId: "r", why }));
  expect(reason("x".repeat(50))).toBe(true);
  expect(reason("x".repeat(49))).toBe(false);
  expect(reason(` ${"x".repeat(49)} `)).toBe(false);
  expect(reason("🙂".repeat(49))).toBe(false);
});

test("[C2] 25 Japanese or Chinese characters count and 24 do not; 24 with two letters do", () => {
  const reason = (why: string) => persuades(after("ben", { rebuttalId: "r", why }));
  expect(reason("約束を守らない国とは取引できないと思うようになった。")).toBe(true);
  expect(reason("変".repeat(24))).toBe(false);
  expect(reason(`${"変".repeat(24)}ok`)).toBe(true);
});

test("[C3] no credit to one's own rebuttal, nor to one that is hidden", () => {
  expect(creditsOf(after("ada", { rebuttalId: "r" })).r).toBe(0);
  expect(creditsOf(after("ben", { rebuttalId: "hidden" })).r).toBe(0);
});

test("[C4] a paragraph can be credited; if a rebuttal is named too, only the rebuttal is", () => {
  const paragraph = { side: "for" as const, n: 2 };
  expect(creditsOf(after("ben", { paragraph }))).toEqual({ r: 0, paragraphs: [0, 1, 0] });
  expect(creditsOf(after("ben", { paragraph, rebuttalId: "r" }))).toEqual({
    r: 1,
    paragraphs: [0, 0, 0],
  });
});

test("[C5] heat of a paragraph: how many rebuttals quote it, and their endorsements by camp; an unquoted one is unanswered", () => {
  const quote = { side: "for" as const, n: 1, exact: "a sentence" };
  const { paragraphs } = countResults(
    session({
      positions: POSITIONS,
      ballots: [ballot("ben", "before", "for"), ballot("cleo", "before", "against")],
      rebuttals: [rebuttal("r", { quote }), rebuttal("s", { quote }), rebuttal("t")],
      endorsements: [
        { participantIds: ["ben"], rebuttalId: "r" },
        { participantIds: ["cleo"], rebuttalId: "r" },
        { participantIds: ["cleo"], rebuttalId: "s" },
        { participantIds: ["ben"], rebuttalId: "t" },
      ],
    }),
  );
  const none = { for: 0, against: 0, undecided: 0 };
  const movers = { toward: none, camps: none, uncamped: 0 };
  expect(paragraphs).toEqual([
    {
      ...{ side: "for", n: 1, quotes: 2, endorsements: { for: 1, against: 2, undecided: 0 } },
      ...{ credits: 0, movers, unanswered: false },
    },
    { side: "for", n: 2, quotes: 0, endorsements: none, credits: 0, movers, unanswered: true },
    { side: "against", n: 1, quotes: 0, endorsements: none, credits: 0, movers, unanswered: true },
  ]);
});

test("[C6] movers are the credits that count, by last vote and by camp", () => {
  const credit = { without: "undecided", why: WHY } as const;
  const { rebuttals, paragraphs } = countResults(
    session({
      positions: POSITIONS,
      rebuttals: [rebuttal("r", { participantId: "ada" }), rebuttal("s")],
      ballots: [
        ballot("ben", "before", "against"),
        after("ben", { rebuttalId: "r" }),
        ballot("cleo", "before", "undecided"),
        { ...ballot("cleo", "after", "against"), credit: { ...credit, rebuttalId: "r" } },
        after("late", { rebuttalId: "r" }),
        ballot("dan", "before", "for"),
        { ...ballot("dan", "after", "undecided"), credit: { ...credit, without: "for", rebuttalId: "r" } },
        // None of these counts: same vote without it, too short a reason, one's own words.
        after("eve", { rebuttalId: "r", without: "for" }),
        after("fay", { rebuttalId: "r", why: "short" }),
        after("ada", { rebuttalId: "r" }),
        ballot("gil", "before", "against"),
        after("gil", { paragraph: { side: "for", n: 2 } }),
      ],
    }),
  );
  const none = {
    toward: { for: 0, against: 0, undecided: 0 },
    camps: { for: 0, against: 0, undecided: 0 },
    uncamped: 0,
  };
  const byId = new Map(rebuttals.map((each) => [each.id, each]));
  expect(byId.get("r")).toMatchObject({
    credits: 4,
    movers: {
      toward: { for: 2, against: 1, undecided: 1 },
      camps: { for: 1, against: 1, undecided: 1 },
      uncamped: 1,
    },
  });
  expect(byId.get("s")?.movers).toEqual(none);
  expect(paragraphs.map(({ movers }) => movers)).toEqual([
    none,
    {
      toward: { for: 1, against: 0, undecided: 0 },
      camps: { for: 0, against: 1, undecided: 0 },
      uncamped: 0,
    },
    none,
  ]);
});
