import { describe, expect, test } from "vitest";
import { cardContent } from "#debate/counting/card.ts";
import { countResults } from "#debate/counting/results.ts";
import { forClass } from "#debate/counting/small-groups.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";
import { ballotsOf, matrix, rebuttal, session } from "./classroom.ts";

const ROUNDS = ["before", "after"] as const;
const WHY = "It says what I had not thought of before I had read it.";
const QUOTE = { side: "against", n: 1, exact: "Put the idea aside." } as const;

const own = (id: string, given: Partial<Rebuttal> = {}): Rebuttal => ({
  ...{ id, side: "for", body: `Body of ${id}`, endorsements: 0, status: "published", at: 0, rank: 0 },
  ...given,
});

/**
 * Eight people: four stay For, two Against move to For and two stay. Both movers credit "mine"; a stayer's credit does not count,
 * because the vote would have been the same. Three endorse "mine", two For and one Against.
 */
const input = session({
  ballots: ballotsOf(matrix("4 0 0 / 2 2 0 / 0 0 0")).map((ballot) => {
    if (ballot.round === "before") return ballot;
    const moved = ballot.participantId.startsWith("against-for");
    const credit = { rebuttalId: "mine", without: moved ? "against" : "for", why: WHY } as const;
    return ballot.choice === "for" ? { ...ballot, credit } : ballot;
  }),
  rebuttals: [
    rebuttal("mine", { participantId: "me" }),
    rebuttal("theirs"),
    rebuttal("answer", { replyTo: "mine" }),
    rebuttal("another", { replyTo: "theirs", participantId: "me" }),
  ],
  endorsements: ["for-for-0", "for-for-1", "against-for-0"].map((participantId) => ({
    participantIds: [participantId],
    rebuttalId: "mine",
  })),
  guesses: [{ participantId: "for-for-0", share: 40 }],
});
const told = countResults(input);
const hidden = forClass(told, input, { isClosed: true, chance: () => 0.4 });
const mine = { ballots: {}, rebuttals: [own("mine")] };

describe("[V34] what came of a student's rebuttals", () => {
  test("[R32] an author of what was merged reads what stands for it received, counted once", () => {
    const away = { status: "hidden", downWith: "merged", mergedInto: "mine" } as const;
    const coauthor = { ballots: {}, rebuttals: [own("one", away), own("two", away)] };
    const { rebuttals, credits } = cardContent(coauthor, ROUNDS, told);
    const reception = { endorsed: 3, replies: 1, credits: 2 };
    expect(rebuttals).toMatchObject([
      { status: "hidden", reception },
      { status: "hidden", reception },
    ]);
    expect(credits).toBe(2);
    const both = { ballots: {}, rebuttals: [own("mine"), own("one", away)] };
    expect(cardContent(both, ROUNDS, told).credits).toBe(2);
    expect(cardContent(coauthor, ROUNDS, hidden).credits).toBeUndefined();
  });

  test("[K9] three found it persuasive, in whichever camps; one replied, and it moved two", () => {
    const { rebuttals, credits } = cardContent(mine, ROUNDS, told);
    expect(rebuttals).toEqual([
      {
        ...{ side: "for", body: "Body of mine", status: "published", isReply: false },
        reception: { endorsed: 3, replies: 1, credits: 2 },
      },
    ]);
    expect(credits).toBe(2);
  });

  test("[Z2] without credits where the class is not told them", () => {
    expect(hidden.withheld).toContain("credits");
    const { rebuttals, credits } = cardContent(mine, ROUNDS, hidden);
    expect(rebuttals[0]?.reception).toEqual({ endorsed: 3, replies: 1 });
    expect(credits).toBeUndefined();
  });

  test("nothing before the class may read the results, nor of one that is not shown", () => {
    const before = cardContent(mine, ROUNDS, null);
    expect([before.rebuttals[0]?.reception, before.credits]).toEqual([undefined, undefined]);
    const pending = cardContent({ ...mine, rebuttals: [own("gone", { status: "pending" })] }, ROUNDS, told);
    expect([pending.rebuttals[0]?.reception, pending.credits]).toEqual([undefined, undefined]);
  });

  test("a reply stands with the words that it answers, if the class may read them, and the oldest is first", () => {
    const rebuttals = [
      own("another", { replyTo: "theirs", at: 9 }),
      own("lost", { replyTo: "deleted", at: 5, quote: QUOTE, source: "https://example.org/" }),
    ];
    const card = cardContent({ ballots: {}, rebuttals }, ROUNDS, told);
    expect(card.rebuttals.map(({ body }) => body)).toEqual(["Body of lost", "Body of another"]);
    expect(card.rebuttals[0]).toMatchObject({ isReply: true, quote: QUOTE, source: "https://example.org/" });
    expect(card.rebuttals.map(({ answers }) => answers)).toEqual([undefined, "Body of theirs"]);
    expect(cardContent({ ballots: {}, rebuttals }, ROUNDS, null).rebuttals[1]).not.toHaveProperty("answers");
  });
});

describe("[V21] what a student said", () => {
  test("[V33] a vote that no one cast was not held; what the student cast stays", () => {
    const before = { choice: "for", seq: 1, confidence: 2, reason: "Maps.", castAt: 7 } as const;
    const rounds = ["before", "reading", "after"] as const;
    const { votes } = cardContent({ ballots: { before }, rebuttals: [] }, rounds, told, [
      "before",
      "reading",
    ]);
    expect(votes).toEqual([
      { round: "before", choice: "for", confidence: 2, reason: "Maps." },
      { round: "reading", choice: null, notHeld: true },
      { round: "after", choice: null },
    ]);
  });

  test("what they credited, of a classmate's rebuttal no id", () => {
    const credited = (credit: object) =>
      cardContent({ ballots: { after: { choice: "for", seq: 1, credit } }, rebuttals: [] }, ROUNDS, told)
        .credited;
    const paragraph = { side: "for", n: 2 } as const;
    expect(credited({ rebuttalId: "theirs", without: "against", why: WHY })).toEqual({
      what: "rebuttal",
      without: "against",
      why: WHY,
    });
    expect(credited({ paragraph })).toEqual({ what: "paragraph", paragraph });
    expect(credited({})).toBeNull();
  });

  test("[V16] the guess beside the share that the class was told: six of eight", () => {
    const guess = (results: typeof hidden | null) =>
      cardContent({ ballots: {}, rebuttals: [], guess: 40 }, ROUNDS, results).guess;
    expect(guess(told)).toEqual({ share: 40, truth: 75 });
    expect(guess(hidden)).toEqual({ share: 40 });
    expect(guess(null)).toEqual({ share: 40 });
    expect(cardContent({ ballots: {}, rebuttals: [] }, ROUNDS, told).guess).toBeNull();
  });
});
