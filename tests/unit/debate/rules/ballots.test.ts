import { describe, expect, test } from "vitest";
import { admits, type BallotContext, type BallotIntent, isSameBallot } from "#debate/rules/ballots.ts";
import { ROUNDS } from "#debate/rules/choices.ts";
import { PHASES } from "#debate/rules/phase-order.ts";
import { PHASE_OF_ROUND } from "#debate/rules/phases.ts";
import { Settings } from "#debate/rules/settings.ts";

const SETTINGS = Settings.parse({ activities: { outlook: {} } });

function context(given: Partial<BallotContext> = {}): BallotContext {
  return { phase: "before", settings: SETTINGS, removed: false, storedSeq: null, ...given };
}

function ballot(given: Partial<BallotIntent> = {}): BallotIntent {
  return { round: "before", choice: "for", seq: 1, ...given };
}

const STORED = { ok: true, value: { store: true } };
const REPEATED = { ok: true, value: { store: false } };

describe("[B1] a ballot is accepted in its own round's phase and in no other", () => {
  const pairs = ROUNDS.flatMap((round) => PHASES.map((phase) => [round, phase] as const));
  test.each(pairs)("round %s in phase %s", (round, phase) => {
    const isOpen = PHASE_OF_ROUND[round] === phase;
    const refused = {
      ok: false,
      code: phase === "closed" || phase === "later-closed" ? "closed" : "wrong-phase",
    };
    expect(admits(context({ phase }), ballot({ round }))).toEqual(isOpen ? STORED : refused);
  });
});

test("[P36] the later vote takes a choice and confidence, and neither a reason, credit nor outlook", () => {
  const settings = Settings.parse({ activities: { outlook: {}, laterVote: {} } });
  const given = (extra: Partial<BallotIntent>) =>
    admits(context({ phase: "later", settings }), ballot({ round: "later", ...extra })).ok;
  expect(given({})).toBe(true);
  expect(given({ confidence: 4 })).toBe(true);
  for (const extra of [
    { reason: "Still." },
    { outlook: { respect: 3 } },
    { credit: { without: "for" } },
  ] as const)
    expect(given(extra)).toBe(false);
});

describe("[B3] the highest counter counts", () => {
  test.each([
    [null, 0, STORED],
    [7, 6, REPEATED],
    [7, 7, REPEATED],
    [7, 8, STORED],
  ])("stored %s, sent %s", (storedSeq, seq, expected) => {
    expect(admits(context({ storedSeq }), ballot({ seq }))).toEqual(expected);
  });

  test.each(PHASES)("a repetition in phase %s is answered as a success and changes nothing", (phase) => {
    for (const seq of [4, 5])
      expect(admits(context({ phase, storedSeq: 5 }), ballot({ seq }))).toEqual(REPEATED);
  });
});

test("[B4] a removed participant's ballot is refused in every phase, a repetition included", () => {
  for (const phase of PHASES)
    for (const storedSeq of [null, 0, 1])
      expect(admits(context({ phase, storedSeq, removed: true }), ballot())).toEqual({
        ok: false,
        code: "removed",
      });
});

test("[B3] two ballots are the same if all that they say is, whatever their counters", () => {
  const credit = { rebuttalId: "r", without: "for", why: "It was new." } as const;
  const sent = ballot({ confidence: 3, reason: "Cost.", credit, outlook: { respect: 3 } });
  const again = { ...structuredClone(sent), seq: 9 };
  expect(isSameBallot(sent, again)).toBe(true);
  const others: Partial<BallotIntent>[] = [
    { choice: "against" },
    { confidence: 4 },
    { reason: "Costs." },
    { credit: { ...credit, why: "It was old." } },
    { credit: { without: "for", paragraph: { side: "for", n: 1 } } },
    { outlook: { understanding: 3 } },
  ];
  for (const other of others) expect(isSameBallot(sent, { ...sent, ...other })).toBe(false);
});

describe("[B5] an answer that the session does not ask for is refused", () => {
  const credit = { without: "for" } as const;
  test.each([
    ["confidence", { confidence: 3 }, { questions: { confidence: false } }],
    ["outlook", { outlook: { respect: 3 } }, { activities: {} }],
    ["reason", { reason: "Geography." }, { questions: { reasons: false } }],
    ["credit", { credit }, { questions: { credit: false } }],
  ] as const)("%s", (_, asked, off) => {
    const sent = ballot({ round: "after", ...asked });
    const settings = Settings.parse({ ...SETTINGS, ...off });
    expect(admits(context({ phase: "after" }), sent)).toEqual(STORED);
    expect(admits(context({ phase: "after", settings }), sent)).toMatchObject({
      code: "forbidden",
    });
    expect(admits(context({ phase: "after", settings }), ballot({ round: "after" }))).toEqual(STORED);
  });

  test.each(["before", "reading"] as const)("credit is not asked in round %s", (round) => {
    const phase = PHASE_OF_ROUND[round];
    expect(admits(context({ phase }), ballot({ round, credit }))).toMatchObject({
      code: "forbidden",
    });
  });
});
