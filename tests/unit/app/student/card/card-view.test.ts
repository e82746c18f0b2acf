import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { CardView } from "#app/student/card/CardView.tsx";
import type { CardRebuttal } from "#debate/counting/card.ts";
import type { CardPage, StudentCard } from "#debate/protocol/pages.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { wordsOf } from "#tests/support/markup.tsx";

const RESULT = {
  ...{ step: "open", headline: "For won the room.", detail: "From 1 to 2." },
  paired: {
    ...{ from: "before", to: "after", n: 4 },
    matrix: [
      [1, 0, 0],
      [1, 1, 0],
      [0, 0, 1],
    ],
  },
} as const satisfies CardPage["result"] & object;

const SENT: CardRebuttal = { side: "for", body: "Borders last.", status: "published", isReply: false };
const WRITTEN: CardRebuttal = {
  ...SENT,
  reception: { endorsed: 3, replies: 1, credits: 2 },
};

const SAID: StudentCard = {
  session: { code: "ABC234", resolution: "The class is right.", at: Date.UTC(2026, 8, 15, 9) },
  ...{ name: "Quiet Curlew", removed: false, wordsDeleted: false, isOpen: true },
  votes: [
    { round: "before", choice: "against", confidence: 2, reason: "長".repeat(280) },
    { round: "after", choice: "for", confidence: 4 },
  ],
  credited: null,
  guess: { share: 40 },
  experiment: null,
  rebuttals: [SENT],
};
const CARD = { ...SAID, guess: { share: 40, truth: 52.4 }, rebuttals: [WRITTEN], credits: 2 };

const page = (card: StudentCard = CARD, told: Pick<CardPage, "result"> = { result: RESULT }) =>
  createElement(CardView, { card, ...told, debate: BUILT_IN_DEBATE });

describe("[V21] a student's card", () => {
  test("says how they moved and voted, what they guessed, and what came of their words", () => {
    const words = wordsOf(page());
    for (const part of [
      "The class is right.",
      "September 15, 2026",
      "Code A B C 2 3 4",
      "Quiet Curlew",
      "You moved from Against to For .",
      "Slightly sure (2 of 5)",
      "You guessed 40% For. Of all the last votes, 52% were.",
      "2 say they would have voted otherwise without your words.",
      "2 say they would have voted otherwise",
      "Persuasive to 3 people",
      "1 reply",
      "Thanks for taking part.",
    ])
      expect(words).toContain(part);
    expect(words).not.toContain("ready after the reveal");
  });

  test("before the results it says that it waits, and has neither movement nor counts", () => {
    const words = wordsOf(page({ ...SAID, isOpen: false }, {}));
    expect(words).toContain("Your card is ready after the reveal");
    expect(words).toContain("You guessed 40% For.");
    expect(words).toContain("Borders last.");
    for (const later of ["How you moved", "last votes", "Persuasive", "voted otherwise", "hidden"])
      expect(words).not.toContain(later);
  });

  test("[Z2] withheld credits are said to be hidden", () => {
    const reception = { endorsed: 3, replies: 0 };
    const words = wordsOf(page({ ...SAID, rebuttals: [{ ...SENT, reception }] }));
    expect(words).toContain("is hidden, so that no one can be singled out");
  });

  test("one who never voted or wrote still gets a card", () => {
    const votes = CARD.votes.map(({ round }) => ({ round, choice: null }));
    const words = wordsOf(page({ ...SAID, name: "", votes, guess: null, rebuttals: [] }));
    expect(words).toContain("You didn’t vote before the debate or after it.");
    expect(words).not.toContain("Your guess");
  });
});
