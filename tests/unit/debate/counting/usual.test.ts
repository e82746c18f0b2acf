import { describe, expect, test } from "vitest";
import { type Taught, usualOf } from "#debate/counting/usual.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";

const { positions } = BUILT_IN_DEBATE;
type Session = {
  before?: [number, number, number] | null;
  points?: number | null;
  quoted?: string[];
  minutes?: [Phase, number][];
  positions?: Taught["positions"];
};

/** A session whose phases took so many minutes each, one after the other. */
function session({ before = [2, 1, 1], points = 10, quoted = [], minutes = [], ...rest }: Session): Taught {
  const [first, second, third] = before ?? [null, null, null];
  const n = before ? before.reduce((sum, count) => sum + count, 0) : 9;
  let at = 0;
  const moves = minutes.map(([phase, lasted]) => {
    const move = { phase, at };
    at += lasted * 60;
    return move;
  });
  return {
    results: {
      rounds: [{ round: "before", n, for: first, against: second, undecided: third }],
      margin: points === null ? null : { points, interval: [-9, 29], standing: "close" },
      paragraphs: positions.flatMap(({ side, paragraphs }) =>
        paragraphs.map(({ n }) => ({
          ...{ side, n, quotes: quoted.includes(`${side} ${n}`) ? 1 : 0 },
          ...{ endorsements: null, credits: null, movers: null, unanswered: false },
        })),
      ),
    } as Taught["results"],
    positions,
    moves: [...moves, { phase: "results", at }],
    ...rest,
  };
}
const usual = (...sessions: Session[]) => usualOf(BUILT_IN_DEBATE, sessions.map(session));

describe("[D20] what a debate usually does", () => {
  test("first votes 2-1-1 and 4-2-0 are 60, 30 and 10 % of ten", () => {
    const { before } = usual({ before: [2, 1, 1] }, { before: [4, 2, 0] });
    expect(before).toEqual({ shares: { for: 0.6, against: 0.3, undecided: 0.1 }, votes: 10, sessions: 2 });
  });

  test("margins of -4, 10 and 6 have the median 6; of -4 and 10, 3; one has its own interval", () => {
    expect(usual({ points: -4 }, { points: 10 }, { points: 6 }).margin).toEqual({
      middle: 6,
      least: -4,
      most: 10,
      sessions: 3,
    });
    expect(usual({ points: -4 }, { points: 10 }).margin?.middle).toBe(3);
    expect(usual({ points: 10 }).margin).toEqual({ middle: 10, least: -9, most: 29, sessions: 1 });
  });

  test("what a class was not told counts nowhere", () => {
    const withheld = { before: null, points: null };
    expect(usual(withheld)).toMatchObject({ sessions: 1, before: null, margin: null });
    expect(usual(withheld, {}).before).toMatchObject({ votes: 4, sessions: 1 });
  });

  test("paragraphs are unanswered if no session that argued about the same text quoted them", () => {
    const argued: [Phase, number][] = [["rebuttal", 10]];
    const all = positions.flatMap(({ side, paragraphs }) => paragraphs.map(({ n }) => `${side} ${n}`));
    const [first, second, ...rest] = all;
    const other = structuredClone(positions);
    const [changed] = other[0].paragraphs;
    if (changed) changed.text = "Another text.";
    const { unanswered } = usual(
      { minutes: argued, quoted: rest },
      { minutes: argued, quoted: second ? [second] : [] },
      { minutes: argued, quoted: all, positions: other },
      { minutes: [["reading", 5]], quoted: all },
    );
    expect(first).toBe("for 1");
    expect(unanswered).toEqual({ paragraphs: [{ side: "for", n: 1 }], sessions: 2 });
    expect(usual({}).unanswered).toBeNull();
  });

  test("stays of a phase add up, and a phase that was left open for more than three hours does not count", () => {
    const { phases } = usual(
      {
        minutes: [
          ["reading", 5],
          ["before", 2],
          ["reading", 4],
        ],
      },
      { minutes: [["reading", 7]] },
      { minutes: [["reading", 181]] },
    );
    expect(phases).toEqual([
      { phase: "before", middle: 2, least: 2, most: 2, sessions: 1 },
      { phase: "reading", middle: 8, least: 7, most: 9, sessions: 2 },
    ]);
  });
});
