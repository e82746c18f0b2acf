import { describe, expect, test } from "vitest";
import { frozen, thawed } from "#debate/counting/frozen.ts";
import type { CountedBallot } from "#debate/counting/input.ts";
import { countResults } from "#debate/counting/results.ts";
import { forClass } from "#debate/counting/small-groups.ts";
import { totalsOnly } from "#debate/counting/totals.ts";
import {
  pickedWords,
  votersWords,
  type WordsId,
  wordsInSlices,
  wordsNumbers,
  wordsNumbersInSlices,
} from "#debate/counting/words.ts";
import type { Choice, Round } from "#debate/rules/choices.ts";
import { ballot, ballotsOf, matrix, rebuttal, session } from "./classroom.ts";

const WHY = "It showed that the cost falls on those who never voted for it.";
/** Sorts by text, as a hash would sort by chance. */
const idOf: WordsId = ({ participantId, round }, kind, text) => `${text} ${participantId} ${round} ${kind}`;

type Given = { reason?: string; confidence?: number; credit?: CountedBallot["credit"] };
const voted = (who: string, round: Round, choice: Choice, given: Given = {}): CountedBallot => ({
  ...ballot(who, round, choice),
  ...given,
});

function wordsIn(...ballots: CountedBallot[]) {
  return votersWords(session({ ballots, rebuttals: [rebuttal("r", { participantId: "ada" })] }), idOf);
}

describe("[V18] what voters wrote", () => {
  test("has each text with its vote, the first and last choice, and where the way between leads", () => {
    const words = wordsIn(
      voted("ben", "before", "against", { reason: "c: costs", confidence: 4 }),
      voted("ben", "after", "undecided", { reason: "b: unsure" }),
      voted("cyd", "before", "for", { reason: "a: fair" }),
    );
    expect(words).toEqual([
      {
        ...{ id: "a: fair cyd before reason", participantId: "cyd", kind: "reason", round: "before" },
        ...{ choice: "for", before: "for", toward: null, text: "a: fair" },
      },
      {
        ...{ id: "b: unsure ben after reason", participantId: "ben", kind: "reason", round: "after" },
        ...{ choice: "undecided", before: "against", after: "undecided", toward: "for", text: "b: unsure" },
      },
      {
        ...{ id: "c: costs ben before reason", participantId: "ben", kind: "reason", round: "before" },
        ...{ choice: "against", before: "against", after: "undecided", toward: "for", text: "c: costs" },
        confidence: 4,
      },
    ]);
  });

  test.each([
    ["for", "for", null],
    ["for", "undecided", "against"],
    ["for", "against", "against"],
    ["undecided", "for", "for"],
    ["undecided", "undecided", null],
    ["against", "for", "for"],
  ] as const)("from %s to %s leads toward %s", (first, last, toward) => {
    const [words] = wordsIn(voted("ben", "before", first), voted("ben", "after", last, { reason: "Why." }));
    expect(words?.toward).toBe(toward);
  });

  test("[C1] [C2] [C3] say what is credited beside them, and whether it counts", () => {
    const credits = [
      { rebuttalId: "r", without: "against", why: WHY },
      { rebuttalId: "r", without: "for", why: WHY },
      { rebuttalId: "r", without: "against", why: "Short." },
      { rebuttalId: "gone", without: "against", why: WHY },
      { paragraph: { side: "for", n: 2 }, without: "undecided", why: WHY },
    ] as const;
    for (const [place, counts] of [true, false, false, false, true].entries()) {
      const { why, ...credit } = credits[place] as (typeof credits)[0];
      const words = wordsIn(voted("ben", "after", "for", { credit: { ...credit, why } }));
      expect(words).toMatchObject([{ kind: "why", text: why, credit: { ...credit, counts } }]);
    }
    const own = wordsIn(voted("ada", "after", "for", { reason: "Mine.", credit: { ...credits[0] } }));
    expect(own.map(({ kind, credit }) => [kind, credit?.counts])).toEqual([
      ["why", false],
      ["reason", false],
    ]);
  });
});

test("[V18] [K1] reasons are counted by first vote and round, movers by side, and confidence as means", () => {
  const numbers = wordsNumbers({
    rounds: ["before", "after"],
    ballots: [
      voted("ben", "before", "for", { reason: "So.", confidence: 5 }),
      voted("ben", "after", "against", { reason: "No.", confidence: 2 }),
      voted("cyd", "before", "for", { confidence: 2 }),
      voted("cyd", "after", "for", { reason: "Still." }),
      voted("dan", "before", "undecided", { reason: "Hm." }),
      voted("dan", "after", "for", { confidence: 3 }),
      voted("eva", "after", "against", { reason: "Late.", confidence: 1 }),
    ],
  });
  expect(numbers).toEqual({
    reasons: [
      { round: "before", for: 1, against: 0, undecided: 1, uncamped: 0 },
      { round: "after", for: 2, against: 0, undecided: 0, uncamped: 1 },
    ],
    movers: { for: 1, against: 1 },
    confidence: {
      for: { before: { n: 2, mean: 3.5 }, after: { n: 1, mean: 2 } },
      against: { before: null, after: null },
      undecided: { before: null, after: { n: 1, mean: 3 } },
    },
  });
});

test("[L15] [V18] a hall's words are made 25 voters at a time, and each of their numbers by itself", () => {
  const ballots = Array.from({ length: 1_000 }, (_, n) => voted(`p${n}`, "after", "for", { reason: `${n}` }));
  let [made, before, most] = [0, 0, 0];
  const words = wordsInSlices(session({ ballots }), (...asked) => {
    made += 1;
    return idOf(...asked);
  });
  for (let step = words.next(); !step.done; step = words.next()) {
    most = Math.max(most, made - before);
    before = made;
  }
  expect([made, most]).toEqual([1_000, 25]);
  // The voters, two rounds and three camps.
  expect([...wordsNumbersInSlices({ ballots, rounds: ["before", "after"] })]).toHaveLength(6);
});

describe("[V18] what the host picked", () => {
  const all = wordsIn(
    voted("ben", "after", "for", {
      reason: "a",
      credit: { paragraph: { side: "for", n: 2 }, without: "against", why: WHY },
    }),
    voted("cyd", "before", "against", { reason: "b", confidence: 3 }),
  );
  const ids = all.map(({ id }) => id);
  const byId = new Map(all.map((each) => [each.id, each]));

  test("has the choice and, beside why it moved somebody, what is credited", () => {
    const about = { round: "after", choice: "for" };
    expect(pickedWords(byId, ids.toReversed(), { withoutVotes: false })).toEqual([
      { id: ids[0], kind: "why", text: WHY, ...about, paragraph: { side: "for", n: 2 } },
      { id: ids[1], kind: "reason", text: "a", ...about },
      { id: ids[2], kind: "reason", text: "b", round: "before", choice: "against" },
    ]);
  });

  test("is words alone where small groups are hidden", () => {
    expect(pickedWords(byId, ids, { withoutVotes: true })).toEqual([
      { id: ids[0], kind: "why", text: WHY, round: "after" },
      { id: ids[1], kind: "reason", text: "a", round: "after" },
      { id: ids[2], kind: "reason", text: "b", round: "before" },
    ]);
  });
});

describe("[V18] [Z2] how many gave reasons", () => {
  // Groups of four and more only; and the same with one of one.
  const large = matrix("5 0 0 / 4 4 0 / 0 0 0");
  const small = matrix("5 0 0 / 4 3 1 / 0 0 0");
  const counted = (counts: number[][], reasons: number) =>
    session({
      ballots: ballotsOf(counts).map((each, place) => ({
        ...each,
        ...(place < 2 * reasons && each.round === "after" && { reason: "So." }),
      })),
    });

  test("is never told to a class that hides small groups", () => {
    for (const counts of [large, small]) {
      const input = counted(counts, 6);
      const results = countResults(input);
      expect(results.reasons).toEqual([
        { round: "before", n: 0 },
        { round: "after", n: 6 },
      ]);
      const { withheld, reasons } = forClass(results, input, { isClosed: true, chance: () => 0.5 });
      expect(withheld.includes("flow")).toBe(counts === small);
      expect(reasons).toBeNull();
    }
  });

  test("[Z11] is kept as a class was first told it, and words are not kept", () => {
    const told = totalsOnly(countResults(counted(large, 6)), []);
    const first = frozen({ ...told, picked: [{ id: "a", kind: "reason", text: "Secret.", round: "after" }] });
    expect(JSON.stringify(first)).not.toContain("Secret.");
    const now = countResults(counted(large, 5));
    expect(thawed(first, now, false)).toMatchObject({ reasons: told.reasons, picked: [] });
    expect(now.reasons).not.toEqual(told.reasons);
    // An older version kept none.
    const { reasons: _, ...older } = first;
    expect(thawed(older, now, false).reasons).toBeNull();
  });
});
