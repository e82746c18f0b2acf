import { describe, expect, test } from "vitest";
import { isOfLesson, PHASES, type Phase } from "#debate/rules/phase-order.ts";
import {
  canMove,
  canMoveOnDate,
  isJoinable,
  latestRound,
  nextPhase,
  openRound,
  PHASE_OF_ROUND,
  phasesOf,
  positionsReadable,
  rebuttalsReadable,
  resultsPublic,
  roundsOf,
} from "#debate/rules/phases.ts";

/** Rows: from; columns: to, both in the order of PHASES. `>` the next phase, `/` past an optional one, `<` back, `.` refused. */
const WITH_READING_VOTE = `
  lobby         . > . . . . . . . .
  before        < . > . . . . . . .
  reading       < < . > / . . . . .
  reading-vote  < < < . > . . . . .
  rebuttal      < < < < . . > . . .
  after         < < < < < . . . > .
  results       < < < < < . < . . >
  closed        < < < < < . < . < .`;
const WITH_STEELMAN = `
  lobby         . > . . . . . . . .
  before        < . > . . . . . . .
  reading       < < . . > . . . . .
  rebuttal      < < < . . . > . . .
  after         < < < . < . . > / .
  steelman      < < < . < . < . > .
  results       < < < . < . < < . >
  closed        < < < . < . < < < .`;
const WITH_PAIRS_INSTEAD = `
  lobby         . > . . . . . . . .
  before        < . > . . . . . . .
  reading       < < . > . / . . . .
  reading-vote  < < < . . > / . . .
  pairs         < < < < . . > . . .
  after         < < < < . < . . > .
  results       < < < < . < < . . >
  closed        < < < < . < < . < .`;
const WITH_LATER = `
  lobby         . > . . . . . . . . . .
  before        < . > . . . . . . . . .
  reading       < < . . > . . . . . . .
  rebuttal      < < < . . . > . . . . .
  after         < < < . < . . . > . . .
  results       < < < . < . < . . > . .
  closed        < < < . < . < . < . > .
  later         . . . . . . . . . < . >
  later-closed  . . . . . . . . . . < .`;

/** The columns: without those of an experiment, which has a test of its own. */
const COLUMNS = PHASES.filter((phase) => !phase.startsWith("switch"));

function movesIn(table: string): [from: Phase, to: Phase, sign: string][] {
  const rows = table.trim().split("\n");
  return rows.flatMap((row) => {
    const [from, ...signs] = row.trim().split(/\s+/u);
    return COLUMNS.map((to, column): [Phase, Phase, string] => [from as Phase, to, signs[column] ?? "."]);
  });
}

describe("[P3] to the next phase, past an optional one, or back to any earlier one", () => {
  test.each([
    ["a reading vote", true, {}, WITH_READING_VOTE],
    ["[P16] a steelman phase", false, { steelman: {} }, WITH_STEELMAN],
    [
      "[P22] pairs in place of rebuttals",
      true,
      { pairs: { when: "instead", by: "voice" } },
      WITH_PAIRS_INSTEAD,
    ],
    ["[P34] a later vote", false, { laterVote: {} }, WITH_LATER],
  ] as const)("with %s", (_, readingVote, activities, table) => {
    const settings = { questions: { readingVote }, activities, identity: "named" } as const;
    for (const [from, to, sign] of movesIn(table)) {
      expect([from, to, canMove(from, to, settings)]).toEqual([from, to, sign !== "."]);
      expect([from, to, nextPhase(from, settings) === to]).toEqual([from, to, sign === ">"]);
    }
  });

  test("[P34] [V9] an anonymous class votes once more, and never again once that vote has closed", () => {
    const settings = {
      questions: { readingVote: false },
      activities: { laterVote: {} },
      identity: "anonymous",
    } as const;
    for (const to of PHASES) expect(canMove("later-closed", to, settings)).toBe(false);
    for (const to of PHASES)
      expect(canMove("later", to, settings)).toBe(to === "closed" || to === "later-closed");
  });

  test("[P30] a set date moves forward past phases that the class did not come to, and no date moves it back", () => {
    const lesson = COLUMNS.filter(isOfLesson);
    for (const from of lesson)
      for (const to of lesson) {
        const isAhead = lesson.indexOf(to) > lesson.indexOf(from);
        const settings = {
          questions: { readingVote: true },
          activities: { steelman: {}, pairs: { when: "after", by: "voice" } },
        } as const;
        expect(canMoveOnDate(from, to, settings)).toBe(isAhead);
      }
    expect(
      canMoveOnDate("reading", "reading-vote", { questions: { readingVote: false }, activities: {} }),
    ).toBe(false);
  });

  test("[P34] a set date opens the later vote from closed alone, and closes it from the open vote alone", () => {
    const settings = { questions: { readingVote: false }, activities: { laterVote: {} } } as const;
    expect(PHASES.filter((from) => canMoveOnDate(from, "later", settings))).toEqual(["closed"]);
    expect(PHASES.filter((from) => canMoveOnDate(from, "later-closed", settings))).toEqual(["later"]);
    expect(canMoveOnDate("closed", "later", { questions: { readingVote: false }, activities: {} })).toBe(
      false,
    );
  });

  test("[V9] an anonymous class moves as others do, but never from the results to a phase before them", () => {
    const settings = { questions: { readingVote: true }, activities: {}, identity: "anonymous" } as const;
    for (const [from, to, sign] of movesIn(WITH_READING_VOTE)) {
      const isBack = resultsPublic(from) && !resultsPublic(to);
      expect([from, to, canMove(from, to, settings)]).toEqual([from, to, sign !== "." && !isBack]);
    }
  });
});

test("[M23] one half writes before the last vote, the other half after it, in the experiment `switch` alone", () => {
  const course = (kind: "order" | "switch") => ({
    questions: { readingVote: false },
    activities: { experiment: { kind } },
  });
  expect(phasesOf(course("switch")).join(" ")).toBe(
    "lobby before reading rebuttal switch-first after switch-later results closed",
  );
  expect(phasesOf(course("order")).join(" ")).toBe("lobby before reading rebuttal after results closed");
});

describe("what each phase allows", () => {
  test.each([
    // phase, open round, latest round with and without a reading vote, positions, rebuttals, joining, results
    ["lobby", null, "before", "before", false, false, true, false],
    ["before", "before", "before", "before", false, false, true, false],
    ["reading", null, "before", "before", true, false, true, false],
    ["reading-vote", "reading", "reading", "before", true, false, true, false],
    ["rebuttal", null, "reading", "before", true, true, true, false],
    ["pairs", null, "reading", "before", true, true, true, false],
    ["after", "after", "after", "after", true, true, true, false],
    ["steelman", null, "after", "after", true, true, true, false],
    ["results", null, "after", "after", true, true, true, true],
    ["closed", null, "after", "after", true, true, false, true],
    ["later", "later", "later", "later", true, true, false, true],
    ["later-closed", null, "later", "later", true, true, false, true],
  ] as const)(
    "[P2][P4][P5][P6][A5][V1] %s",
    (phase, open, latest, latestOfTwo, positions, rebuttals, joining, results) => {
      expect(openRound(phase)).toBe(open);
      expect(latestRound(phase, { questions: { readingVote: true } })).toBe(latest);
      expect(latestRound(phase, { questions: { readingVote: false } })).toBe(latestOfTwo);
      expect(positionsReadable(phase)).toBe(positions);
      expect(rebuttalsReadable(phase)).toBe(rebuttals);
      expect(isJoinable({ phase, locked: false, resultsKept: false })).toBe(joining);
      expect(isJoinable({ phase, locked: true, resultsKept: false })).toBe(false);
      expect(isJoinable({ phase, locked: false, resultsKept: true })).toBe(joining && !results);
      expect(resultsPublic(phase)).toBe(results);
    },
  );

  test("[P2] a round is open in its own phase only, and the reading round is held only where it was chosen", () => {
    for (const round of roundsOf({ questions: { readingVote: true } }))
      expect(openRound(PHASE_OF_ROUND[round])).toBe(round);
    expect(roundsOf({ questions: { readingVote: true } })).toEqual(["before", "reading", "after"]);
    expect(roundsOf({ questions: { readingVote: false } })).toEqual(["before", "after"]);
  });
});
