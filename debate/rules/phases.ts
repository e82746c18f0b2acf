import { addsPhase, replacing } from "#debate/activities/replacing.ts";
import {
  type DebateRound,
  LATER_ROUNDS,
  type LaterRound,
  ROUNDS,
  type Round,
} from "#debate/rules/choices.ts";
import {
  afterLesson,
  hasReached,
  isOfActivity,
  isOptional,
  type LaterVotePhase,
  type OverPhase,
  PHASES,
  PHASES_OF_LATER_ROUNDS,
  type Phase,
  waitsForItsDay,
} from "#debate/rules/phase-order.ts";
import type { Settings } from "#debate/rules/settings.ts";

const OF_DEBATE = {
  before: "before",
  reading: "reading-vote",
  after: "after",
} as const satisfies Record<DebateRound, Phase>;
/** [P2] The phase in which each round is open. */
export const PHASE_OF_ROUND = { ...OF_DEBATE, ...PHASES_OF_LATER_ROUNDS };
export type VotePhase = (typeof OF_DEBATE)[DebateRound] | LaterVotePhase;

/** The settings that decide which phases a session has. */
export type Course = Voted & Pick<Settings, "activities">;
type Voted = { questions: Pick<Settings["questions"], "readingVote"> };

/** Some sessions have no vote after reading, and an activity may take the place of a phase. */
function hasPhase(phase: Phase, course: Course): boolean {
  if (isOfActivity(phase)) return addsPhase(phase, course);
  return (phase !== "reading-vote" || course.questions.readingVote) && !replacing(phase, course);
}

export function phasesOf(course: Course): Phase[] {
  return PHASES.filter((phase) => hasPhase(phase, course));
}

/** The rounds of a session's debate, without those after it. */
export function roundsOf(settings: Voted): DebateRound[] {
  return settings.questions.readingVote ? ["before", "reading", "after"] : ["before", "after"];
}

/** With those after it that were held. */
export function roundsWith(settings: Voted, wasHeld: (round: LaterRound) => boolean): Round[] {
  return [...roundsOf(settings), ...LATER_ROUNDS.filter(wasHeld)];
}

export function nextPhase(current: Phase, course: Course): Phase | null {
  const phases = phasesOf(course);
  return phases[phases.indexOf(current) + 1] ?? null;
}

/** [P8] The phase to which a timer moves a class; null where it only warns. */
export function phaseAfterTimer(current: Phase, course: Course): Phase | null {
  const next = nextPhase(current, course);
  return next !== null && waitsForItsDay(next) ? null : next;
}

/** [P3] The phase after the next one, where the next one is optional; null where it is not. */
export function phasePastNext(current: Phase, course: Course): Phase | null {
  const next = nextPhase(current, course);
  return next !== null && isOptional(next) ? nextPhase(next, course) : null;
}

/**
 * [P3] A session moves to the next phase, past an optional one, or back to any earlier one. [V9] An anonymous
 * session can't go back from its results to a vote: the tallies before and after one more vote would reveal it.
 */
export function canMove(from: Phase, to: Phase, settings: Course & Pick<Settings, "identity">): boolean {
  if (settings.identity === "anonymous" && resultsPublic(from) && !resultsPublic(to)) return false;
  const phases = phasesOf(settings);
  const target = phases.indexOf(to);
  const after = afterLesson(from);
  // [P34] [V9] Opening a later vote again would show whose vote was new.
  if (after)
    return target >= 0 && after.movesTo.includes(to) && !(after.isOver && settings.identity === "anonymous");
  if (to === phasePastNext(from, settings)) return true;
  return target >= 0 && target <= phases.indexOf(from) + 1 && to !== from;
}

/** [P30] A set date moves a class forward, past phases that it did not come to; after the lesson, only to the next one. */
export function canMoveOnDate(from: Phase, to: Phase, settings: Course): boolean {
  const phases = phasesOf(settings);
  if (afterLesson(to)) return nextPhase(from, settings) === to;
  return phases.includes(to) && phases.indexOf(to) > phases.indexOf(from);
}

/** [Z11] [V15] Whether a vote of the debate opens with a phase, after which its results are new. */
export function opensVote(phase: Phase): boolean {
  return isVote(phase) && !afterLesson(phase);
}

export function openRound(phase: Phase): Round | null {
  return ROUNDS.find((round) => PHASE_OF_ROUND[round] === phase) ?? null;
}

export function isVote(phase: Phase): phase is VotePhase {
  return openRound(phase) !== null;
}

/** The round whose turnout is shown: the open one, else the latest that was open, else the first. */
export function latestRound(phase: Phase, settings: Voted): Round {
  return roundsWith(settings, () => true).findLast((round) => hasBegun(phase, round)) ?? "before";
}

/** Whether the class is past the vote of a round, held or not. */
export function isPastVote(current: Phase, round: Round): boolean {
  return current !== PHASE_OF_ROUND[round] && hasBegun(current, round);
}

function hasBegun(current: Phase, round: Round): boolean {
  const phase = PHASE_OF_ROUND[round];
  return phase !== undefined && hasReached(current, phase);
}

/** [P4] Positions are readable from `reading` on. */
export function positionsReadable(phase: Phase): boolean {
  return hasReached(phase, "reading");
}

/** [P5] Rebuttals are written in `rebuttal` only, and can be read from then on. */
export function rebuttalsReadable(phase: Phase): boolean {
  return hasReached(phase, "rebuttal");
}

/**
 * [P6] Joining is open until `closed`, unless the host stopped it. [A5] If results are kept to the class, no one can
 * join just to read them.
 */
export function isJoinable(session: { phase: Phase; locked: boolean; resultsKept: boolean }): boolean {
  const { phase, locked, resultsKept } = session;
  return !isClosed(phase) && !locked && !(resultsKept && resultsPublic(phase));
}

/** Whether the debate is over: from `closed` on. */
export function isClosed(phase: Phase): boolean {
  return hasReached(phase, "closed");
}

/** [P35] [V9] Whether counts of a vote after the lesson are public: once it has closed. */
export function laterResultsPublic(phase: Phase): phase is OverPhase {
  return afterLesson(phase)?.isOver === true;
}

/** Whether the class is closed, and no vote after its lesson is open. */
export function isShut(phase: Phase): phase is "closed" | OverPhase {
  return phase === "closed" || laterResultsPublic(phase);
}

/** [V1] Whether tallies and results are public: from `results` on. */
export function resultsPublic(phase: Phase): boolean {
  return hasReached(phase, "results");
}

/**
 * [V9] Whether counts of ballots are hidden from everyone, even the host: in an anonymous session until `results`,
 * because comparing counts would reveal who voted what. [Y5] So are answers to the questions on the positions.
 */
export function votesSealed({
  phase,
  settings,
}: {
  phase: Phase;
  settings: Pick<Settings, "identity">;
}): boolean {
  return settings.identity === "anonymous" && !resultsPublic(phase);
}
