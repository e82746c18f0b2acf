import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LESSON_PHASES, PHASES, type Phase } from "#debate/rules/phase-order.ts";
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
import { PAIRS_WHEN } from "#debate/rules/session-options.ts";

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
const WITHOUT_READING_VOTE = `
  lobby         . > . . . . . . . .
  before        < . > . . . . . . .
  reading       < < . . > . . . . .
  rebuttal      < < < . . . > . . .
  after         < < < . < . . . > .
  results       < < < . < . < . . >
  closed        < < < . < . < . < .`;
const WITH_STEELMAN = `
  lobby         . > . . . . . . . .
  before        < . > . . . . . . .
  reading       < < . . > . . . . .
  rebuttal      < < < . . . > . . .
  after         < < < . < . . > / .
  steelman      < < < . < . < . > .
  results       < < < . < . < < . >
  closed        < < < . < . < < < .`;
const WITH_PAIRS_AFTER = `
  lobby         . > . . . . . . . .
  before        < . > . . . . . . .
  reading       < < . . > . . . . .
  rebuttal      < < < . . > / . . .
  pairs         < < < . < . > . . .
  after         < < < . < < . . > .
  results       < < < . < < < . . >
  closed        < < < . < < < . < .`;
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
const OPTIONAL: readonly Phase[] = ["reading-vote", "pairs", "steelman"];

function movesIn(table: string): [from: Phase, to: Phase, sign: string][] {
  const rows = table.trim().split("\n");
  return rows.flatMap((row) => {
    const [from, ...signs] = row.trim().split(/\s+/u);
    return PHASES.map((to, column): [Phase, Phase, string] => [from as Phase, to, signs[column] ?? "."]);
  });
}

describe("[P3] to the next phase, past an optional one, or back to any earlier one", () => {
  test.each(movesIn(WITH_READING_VOTE))("with a reading vote, %s to %s: %s", (from, to, sign) => {
    expect(
      canMove(from, to, { questions: { readingVote: true }, activities: {}, identity: "pseudonym" }),
    ).toBe(sign !== ".");
    expect(nextPhase(from, { questions: { readingVote: true }, activities: {} }) === to).toBe(sign === ">");
  });

  test.each(movesIn(WITHOUT_READING_VOTE))("without a reading vote, %s to %s: %s", (from, to, sign) => {
    expect(canMove(from, to, { questions: { readingVote: false }, activities: {}, identity: "named" })).toBe(
      sign !== ".",
    );
    expect(nextPhase(from, { questions: { readingVote: false }, activities: {} }) === to).toBe(sign === ">");
  });

  test.each(movesIn(WITH_STEELMAN))("[P16] with a steelman phase, %s to %s: %s", (from, to, sign) => {
    const settings = {
      questions: { readingVote: false },
      activities: { steelman: {} },
      identity: "named",
    } as const;
    expect(canMove(from, to, settings)).toBe(sign !== ".");
    expect(nextPhase(from, settings) === to).toBe(sign === ">");
  });

  test.each([
    ...movesIn(WITH_PAIRS_AFTER).map((move) => ["after", false, ...move] as const),
    ...movesIn(WITH_PAIRS_INSTEAD).map((move) => ["instead", true, ...move] as const),
  ])("[P22] with pairs %s, a reading vote %s, %s to %s: %s", (pairs, readingVote, from, to, sign) => {
    const settings = {
      questions: { readingVote },
      activities: { pairs: { when: pairs, by: "voice" } },
      identity: "named",
    } as const;
    expect(canMove(from, to, settings)).toBe(sign !== ".");
    expect(nextPhase(from, settings) === to).toBe(sign === ">");
  });

  test.each(movesIn(WITH_LATER))("[P34] with a later vote, %s to %s: %s", (from, to, sign) => {
    const settings = {
      questions: { readingVote: false },
      activities: { laterVote: {} },
      identity: "named",
    } as const;
    expect(canMove(from, to, settings)).toBe(sign !== ".");
    expect(nextPhase(from, settings) === to).toBe(sign === ">");
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
    for (const from of LESSON_PHASES)
      for (const to of LESSON_PHASES) {
        const isAhead = LESSON_PHASES.indexOf(to) > LESSON_PHASES.indexOf(from);
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

  test.each(movesIn(WITH_READING_VOTE))(
    "[V9] anonymous, %s to %s: as %s, but never from the results to a phase before them",
    (from, to, sign) => {
      const isAfter = resultsPublic(from) && !resultsPublic(to);
      const allowed = canMove(from, to, {
        questions: { readingVote: true },
        activities: {},
        identity: "anonymous",
      });
      expect(allowed).toBe(sign !== "." && !isAfter);
    },
  );

  test("whatever a host presses, a session can step back to all its earlier phases, and skips only optional phases", () => {
    const presses = fc.array(fc.constantFrom(...PHASES), { maxLength: 60 });
    fc.assert(
      fc.property(presses, fc.boolean(), fc.boolean(), fc.constantFrom(null, ...PAIRS_WHEN), (...drawn) => {
        const [tos, readingVote, steelman, when] = drawn;
        const activities = {
          ...(steelman && { steelman: {} }),
          ...(when && { pairs: { when, by: "voice" } as const }),
        };
        const settings = { questions: { readingVote }, activities, identity: "named" } as const;
        const visited: Phase[] = ["lobby"];
        for (const to of tos) {
          const from = visited.at(-1) ?? "lobby";
          if (canMove(from, to, settings)) visited.push(to);
        }
        const order = phasesOf(settings);
        const now = order.indexOf(visited.at(-1) ?? "lobby");
        for (const phase of visited)
          if (order.indexOf(phase) < now) expect(canMove(order[now] ?? "lobby", phase, settings)).toBe(true);
        const furthest = Math.max(...visited.map((phase) => order.indexOf(phase)));
        expect(
          order.slice(0, furthest + 1).every((phase) => OPTIONAL.includes(phase) || visited.includes(phase)),
        ).toBe(true);
      }),
    );
  });
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
