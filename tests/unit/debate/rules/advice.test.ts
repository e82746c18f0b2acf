import { expect, test } from "vitest";
import { adviceOn, phaseBeganAt } from "#debate/rules/advice.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import type { Rebuttal, Tallies } from "#debate/rules/snapshot.ts";

const NOW = 1_000_000;
type Written = Pick<Rebuttal, "side" | "quote" | "status" | "at">;

const written = (side: Side, count: number, more: Partial<Written> = {}): Written[] =>
  Array.from({ length: count }, () => ({ side, status: "published", at: NOW, ...more }));
const quoting = (side: Side, n: number): Partial<Written> => ({ quote: { side, n, exact: "words" } });

type Case = {
  phase: Phase;
  joined?: number;
  voted?: number;
  tally?: Tallies;
  rebuttals?: Written[];
  anonymous?: true;
  pairs?: "after" | "instead";
  madeAt?: number;
  both?: number;
  onPaper?: number;
  beganAt?: number | null;
};
const advice = ({
  phase,
  joined = 20,
  voted = 0,
  tally,
  rebuttals = [],
  both,
  onPaper,
  beganAt = 0,
  ...more
}: Case) =>
  adviceOn({
    snapshot: {
      phase,
      joined,
      turnout: { round: "before", voted },
      ...(tally && { tally }),
      ...(onPaper !== undefined && { onPaper }),
      ...(both !== undefined && { reading: { both, unclear: [] } }),
      ...(phase === "pairs" && { pairs: { ...(more.madeAt !== undefined && { madeAt: more.madeAt }) } }),
    },
    settings: {
      identity: more.anonymous ? "anonymous" : "pseudonym",
      questions: { readingVote: false, confidence: true, reasons: true, credit: true },
      activities: more.pairs ? { pairs: { when: more.pairs, by: "voice" } } : {},
    },
    rebuttals,
    paragraphs: { for: 3, against: 2 },
    beganAt,
    now: NOW,
  });

test("[H9] in a vote of 20: nothing at 0 and 14 votes, from 15 on who is missing, at 20 everyone", () => {
  const at = (voted: number) => advice({ phase: "before", voted });
  expect([0, 14, 15, 19, 20].map(at)).toEqual([
    [],
    [],
    [{ kind: "missing", count: 5 }],
    [{ kind: "missing", count: 1 }],
    [{ kind: "everyone-voted" }],
  ]);
  // More votes than people: somebody was removed meanwhile.
  expect(at(21)).toEqual([{ kind: "everyone-voted" }]);
});

test("[H9] [Y18] in a later vote of 20, 4 of them slips, 16 votes are everyone's, and at 12 4 are missing", () => {
  const at = (voted: number) => advice({ phase: "later", onPaper: 4, voted });
  expect([11, 12, 15, 16].map(at)).toEqual([
    [],
    [{ kind: "missing", count: 4 }],
    [{ kind: "missing", count: 1 }],
    [{ kind: "everyone-voted" }],
  ]);
});

test("[H9] a class that has not come says nothing, in any phase", () => {
  for (const phase of ["lobby", "before", "reading", "rebuttal", "after", "results", "closed"] as const)
    expect(advice({ phase, joined: 0 })).toEqual([]);
});

test("[H9] five rebuttals, none for 89, 90, 179 and 180 seconds", () => {
  const after = (seconds: number, count = 5) =>
    advice({ phase: "rebuttal", rebuttals: written("for", count, { at: NOW - seconds * 1_000 }) });
  expect([89, 90, 179, 180].map((seconds) => after(seconds))).toEqual([
    [],
    [{ kind: "slow", seconds: 90 }],
    [{ kind: "slow", seconds: 90 }],
    [{ kind: "vote-again", minutes: 3, next: "after" }],
  ]);
  expect(after(600, 4)).toEqual([]);
});

test("[H9] a class that comes back to its rebuttals is quiet 90 seconds later, and not at once", () => {
  const rebuttals = written("for", 5, { at: NOW - 900_000 });
  const back = (seconds: number) => advice({ phase: "rebuttal", rebuttals, beganAt: NOW - seconds * 1_000 });
  expect([0, 89, 90, 200].map(back)).toEqual([
    [],
    [],
    [{ kind: "slow", seconds: 90 }],
    [{ kind: "vote-again", minutes: 3, next: "after" }],
  ]);
  // Before the log has come.
  expect(advice({ phase: "rebuttal", rebuttals, beganAt: null })).toEqual([]);
});

test("[H9] the log says since when the class is in its phase", () => {
  const entry = (at: number, kind: string, detail?: string) => ({ at, kind, ...(detail && { detail }) });
  const log = [entry(9, "locked"), entry(7, "phase", "rebuttal"), entry(5, "phase", "after")];
  expect(phaseBeganAt(log, "rebuttal")).toBe(7);
  // The log comes after the phase.
  expect(phaseBeganAt(log, "after")).toBeNull();
  expect(phaseBeganAt([], "rebuttal")).toBeNull();
  // So much has happened since that its beginning is not among these: it was before.
  expect(phaseBeganAt([entry(9, "locked"), entry(8, "unlocked")], "rebuttal")).toBe(8);
});

test("[H9] the first paragraph that no published rebuttal quotes, once five quote any", () => {
  const rebuttals = [
    ...written("against", 3, quoting("for", 1)),
    ...written("for", 1, quoting("against", 1)),
  ];
  expect(advice({ phase: "rebuttal", rebuttals })).toEqual([]);
  const five = [...rebuttals, ...written("against", 1, quoting("for", 3))];
  expect(advice({ phase: "rebuttal", rebuttals: five })).toEqual([{ kind: "unanswered", side: "for", n: 2 }]);
  const hidden = [...five, ...written("against", 1, { ...quoting("for", 2), status: "hidden" })];
  expect(advice({ phase: "rebuttal", rebuttals: hidden })).toEqual([
    { kind: "unanswered", side: "for", n: 2 },
  ]);
  const all = [
    ...five,
    ...written("against", 1, quoting("for", 2)),
    ...written("for", 1, quoting("against", 2)),
  ];
  expect(advice({ phase: "rebuttal", rebuttals: all })).toEqual([]);
  const second = [...written("against", 5, quoting("for", 2)), ...written("for", 1, quoting("against", 1))];
  expect(advice({ phase: "rebuttal", rebuttals: second })).toContainEqual({
    kind: "unanswered",
    side: "for",
    n: 1,
  });
});

test("[H9] one side wrote 8 of 10, but not 7 of 10 or 8 of 9", () => {
  const wrote = (against: number, forIt: number) =>
    advice({ phase: "rebuttal", rebuttals: [...written("against", against), ...written("for", forIt)] });
  expect(wrote(8, 2)).toEqual([{ kind: "one-sided", side: "against", percent: 80 }]);
  expect(wrote(7, 3)).toEqual([]);
  expect(wrote(8, 1)).toEqual([]);
});

test("[H9] the smaller side has 38 % of 13 and 20 % of 10; not 2 of 11, not 4 of 9, and never in an anonymous session", () => {
  const split = (forIt: number, against: number, anonymous?: true) =>
    advice({
      phase: "rebuttal",
      tally: { before: { for: forIt, against, undecided: 30 } },
      ...(anonymous && { anonymous }),
    });
  expect(split(8, 5)).toEqual([{ kind: "pairs", percent: 38 }]);
  expect(split(2, 8)).toEqual([{ kind: "pairs", percent: 20 }]);
  expect(split(2, 9)).toEqual([]);
  expect(split(4, 5)).toEqual([]);
  expect(split(8, 5, true)).toEqual([]);
});

test("[P22] a session with pairs is told before them whether its votes are mixed enough, in a class of any size", () => {
  const split = (phase: Phase, forIt: number, against: number, more: Partial<Case> = {}) =>
    advice({ phase, tally: { before: { for: forIt, against, undecided: 3 } }, pairs: "after", ...more });
  expect(split("rebuttal", 4, 1)).toEqual([{ kind: "pairs", percent: 20 }]);
  expect(split("rebuttal", 9, 2)).toEqual([{ kind: "few-across", percent: 18 }]);
  expect(split("rebuttal", 9, 0)).toEqual([{ kind: "few-across", percent: 0 }]);
  // One of 300 is not none.
  expect(split("rebuttal", 299, 1)).toEqual([{ kind: "few-across", percent: 1 }]);
  expect(split("rebuttal", 0, 0)).toEqual([]);
  expect(split("reading", 9, 2)).toEqual([]);
  expect(split("reading", 9, 2, { pairs: "instead" })).toEqual([{ kind: "few-across", percent: 18 }]);
  expect(split("pairs", 4, 1)).toEqual([{ kind: "pairs", percent: 20 }]);
  expect(split("pairs", 4, 1, { madeAt: NOW })).toEqual([]);
});

test("[H9] of 20 who read: nothing at 0 and 4, from 5 on how many have not read both, at 20 everyone", () => {
  const at = (both: number, more: Partial<Case> = {}) => advice({ phase: "reading", both, ...more });
  expect([0, 4, 5, 19, 20].map((both) => at(both))).toEqual([
    [],
    [],
    [{ kind: "unread", count: 15 }],
    [{ kind: "unread", count: 1 }],
    [{ kind: "everyone-read" }],
  ]);
  // [Y18] Slips read nothing.
  expect(at(5, { joined: 28, onPaper: 8 })).toEqual([{ kind: "unread", count: 15 }]);
  expect(at(20, { joined: 28, onPaper: 8 })).toEqual([{ kind: "everyone-read" }]);
  // Someone who had read both was removed meanwhile.
  expect(at(21)).toEqual([{ kind: "everyone-read" }]);
});
