import type { z } from "zod";
import type * as host from "#debate/protocol/answers/host.ts";
import { DEBATE_ROUNDS, type DebateRound } from "#debate/rules/choices.ts";
import type { Language } from "#debate/rules/languages.ts";
import { PHASES, type Phase } from "#debate/rules/phase-order.ts";
import { PHASE_OF_ROUND, resultsPublic } from "#debate/rules/phases.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** How many ballot slips a session has room for. */
export const PAPER_SLIPS = 400;

/** The votes of one person on paper. */
export type SlipVotes = Omit<Slip, "id">;
export type Slip = Omit<StoredSlip, "number">;
/** A stored slip. `number`: of its seat. */
export type StoredSlip = z.infer<typeof host.StoredSlip>;

/** What the seats of slips are called, with their number. */
export const PAPER_NAMES = { en: "Paper ", ja: "用紙" } as const satisfies Record<Language, string>;

/**
 * [Y9] The rounds of which votes on paper can be typed in: those that have begun, until the results. What the class or its host
 * was told of the votes then stays [V9, Z11]; a session that goes back to a vote takes slips again. `isTold`: what the class was
 * told is kept, also in a phase before the results that opens no vote.
 */
export function roundsOnPaper({
  phase,
  settings,
  isTold = false,
}: {
  phase: Phase;
  settings: Pick<Settings, "questions">;
  isTold?: boolean;
}): DebateRound[] {
  if (isTold || resultsPublic(phase)) return [];
  const hasBegun = (round: DebateRound) => PHASES.indexOf(phase) >= PHASES.indexOf(PHASE_OF_ROUND[round]);
  return DEBATE_ROUNDS.filter(
    (round) => hasBegun(round) && (round !== "reading" || settings.questions.readingVote),
  );
}

/** [Y9] A slip with its votes of these rounds alone: the class may have gone back since another was chosen. */
export function slipIn(rounds: readonly DebateRound[], slip: Slip): Slip {
  const votes = rounds.map((round) => [round, slip[round]] as const).filter(([, choice]) => choice);
  return { ...Object.fromEntries(votes), id: slip.id };
}

/** Whether a slip has a vote, and only of these rounds. */
export function isSlipOf(rounds: readonly DebateRound[], slip: SlipVotes): boolean {
  const voted = DEBATE_ROUNDS.filter((round) => slip[round] !== undefined);
  return voted.length > 0 && voted.every((round) => rounds.includes(round));
}
