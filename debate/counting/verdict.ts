import type { z } from "zod";
import { fragility, otherStanding } from "#debate/counting/fragility.ts";
import { claimOf, standingIn, stepsOf, sumsOf } from "#debate/counting/margin.ts";
import {
  type Attrition,
  bySide,
  flow,
  isDeadHeat,
  leader,
  type Moves,
  paired,
  swing,
} from "#debate/counting/movement.ts";
import { direction } from "#debate/counting/statistics.ts";
import type { InShort, Moved, VerdictFacts } from "#debate/counting/verdict-facts.ts";
import { verdictWords } from "#debate/counting/verdict-words.ts";
import type * as results from "#debate/protocol/answers/results-answer.ts";
import { OPPOSITE } from "#debate/rules/choices.ts";
import { hasReached, PHASES } from "#debate/rules/phase-order.ts";

/** Who won, how sure that is, and the words that say so. */
export type Verdict = z.infer<typeof results.Verdict>;

/** The phases in which the after vote is over, and those in which it has begun. */
const DECIDED: readonly string[] = PHASES.filter((phase) => hasReached(phase, "results"));
const AFTER_HELD: readonly string[] = PHASES.filter((phase) => hasReached(phase, "after"));

const SIGNIFICANT = 0.05;

type Once = Pick<Attrition, "firstOnly" | "lastOnly" | "couldChange">;

/** [S6] The winner, dead heat and standing of the paired voters' moves, in words. */
export function verdict(moves: Moves, once: Once, phase: string): Verdict {
  const facts = verdictFacts(moves, once, phase);
  const deadHeat = isDeadHeat(moves);
  const standing = paired(moves) === 0 ? null : standingIn(claimOf(sumsOf(stepsOf(moves))));
  return {
    winner: facts.kind === "won" ? facts.winner : null,
    deadHeat,
    decisive: standing === "clear",
    standing,
    ...verdictWords(facts),
    facts,
  };
}

/** [Z2] A verdict without its numbers; not even that where too few voted twice. */
export function verdictInShort(whole: Verdict, n: number, isTold: boolean): Verdict {
  if (n === 0) return whole;
  const winner = isTold ? whole.winner : null;
  const facts: InShort = isTold ? { kind: "in-short", winner, n } : { kind: "too-few" };
  const deadHeat = isTold && whole.deadHeat;
  const { headline, sentence } = verdictWords(facts);
  return { winner, deadHeat, decisive: null, standing: null, headline, detail: null, sentence, facts };
}

function verdictFacts(moves: Moves, { firstOnly, lastOnly, couldChange }: Once, phase: string): VerdictFacts {
  const swings = swing(moves);
  if (!swings) {
    return lastOnly === 0 && !AFTER_HELD.includes(phase)
      ? { kind: "after-not-held", firstOnly }
      : { kind: "nobody-voted-twice", firstOnly, lastOnly };
  }
  const n = paired(moves);
  const provisional = !DECIDED.includes(phase);
  const { up, down, midP } = direction(moves);
  if (up + down === 0) return { kind: "nobody-moved", provisional, n };
  const toward = { for: up, against: down };
  const ahead = leader(moves);
  const claim = claimOf(sumsOf(stepsOf(moves)));
  const other = claim === "clear" ? otherStanding(moves) : null;
  const moved: Moved = {
    provisional,
    n,
    swing: { for: swings.for, against: swings.against },
    toward,
    midP,
    standing: standingIn(claim),
    leader: ahead,
    people: bySide((side) => {
      const { first, later } = flow(moves, side);
      return { before: first, after: later };
    }),
    movers: up + down,
    fragility: fragility(moves),
    ...(other && { otherStanding: other }),
    ...(claim === "small" && { isSmallLead: true }),
    ...(couldChange && ahead !== null && { votedOnce: firstOnly + lastOnly }),
  };
  const chance = midP <= SIGNIFICANT ? "unlikely" : "likely";
  // [M5] A dead heat has no winner.
  if (ahead === null || isDeadHeat(moves)) return { kind: "dead-heat", chance, ...moved };
  const contrary = chance === "unlikely" && toward[ahead] < toward[OPPOSITE[ahead]];
  return { kind: "won", winner: ahead, chance: contrary ? "contrary" : chance, ...moved };
}
