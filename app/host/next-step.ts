import { HOST, type StepWords, votersIn } from "#app/activities/host.ts";
import type { Words } from "#app/messages/words.ts";
import { isRehearsalOver } from "#debate/rules/after-lesson.ts";
import { afterLesson, type OverPhase, type Phase } from "#debate/rules/phase-order.ts";
import { isShut, nextPhase, openRound, phasePastNext } from "#debate/rules/phases.ts";
import type { Rehearsed } from "#debate/rules/rehearsed.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** Why the host is asked once more before the class moves. */
export type Doubt =
  | { kind: "missing"; count: number }
  | { kind: "nobody" }
  | { kind: "writing"; count: number }
  | { kind: "final"; count: number }
  | { kind: "argued" }
  | { kind: "optional"; phase: Phase }
  | { kind: "close" }
  | { kind: "end" };

/** Phases that the host is offered to leave out, and where that leads. */
export type Skip = Extract<Phase, keyof Words["host"]["next"]["skip"]>;
const SKIPS: readonly Phase[] = [
  ...(["rebuttal", "after", "results"] satisfies Skip[]),
  ...HOST.flatMap(({ next }) => (next?.isSkippedTo ? next.phase : [])),
];
/** `skip`: where the host may go instead. */
export type NextStep = { to: Phase; words: StepWords; doubt: Doubt | null; skip: Skip | null };

/**
 * The one next step of a session; null when there is none. `hasArgued`: whether the class has rebuttals already; [B10] `writing`: how
 * many are writing about their votes.
 */
export function nextStep(
  snapshot: Snapshot,
  settings: Settings,
  { hasArgued = false, writing = 0, simulated }: Rehearsed & { hasArgued?: boolean; writing?: number } = {},
): NextStep | null {
  const to = nextPhase(snapshot.phase, settings);
  const { phase } = snapshot;
  // [P34] A vote after the lesson waits for its day, and is opened beside what says so.
  if (isShut(phase)) return null;
  const ends = closingEnds({ settings, simulated });
  const words = stepWords(phase, settings, ends);
  const past = phasePastNext(snapshot.phase, settings);
  const skip = past && isSkip(past) ? past : null;
  if (to === "reading-vote") {
    // Who has read rebuttals no longer votes on the reading alone.
    if (hasArgued) return { to, words, doubt: { kind: "argued" }, skip };
    return { to, words, doubt: doubtOf(snapshot, settings, ends, writing), skip: null };
  }
  const doubt =
    doubtOf(snapshot, settings, ends, writing) ?? (skip && to && { kind: "optional" as const, phase: to });
  return to && { to, words, doubt, skip };
}

function isSkip(phase: Phase): phase is Skip {
  return SKIPS.includes(phase);
}

function stepWords(
  phase: Exclude<Phase, "closed" | OverPhase>,
  settings: Settings,
  ends: boolean,
): StepWords {
  const { questions, reveal } = settings;
  if (phase === "reading" && questions.readingVote) return "readingToVote";
  const words =
    ofActivity(nextPhase(phase, settings))?.into[phase] ??
    (reveal === "staged" && ofActivity(phase)?.toReveal);
  if (words) return words;
  // [V14] The vote ends; what it shows comes step by step.
  if (phase === "after" && reveal === "staged") return "afterStaged";
  if (phase === "results" && ends) return "rehearsal";
  return phase;
}

const ofActivity = (phase: Phase | null) => HOST.find(({ next }) => next?.phase === phase)?.next;

/** [H3] Whether closing deletes the session, which is a rehearsal with nothing to come. */
export function closingEnds(session: Rehearsed & { settings: Settings }): boolean {
  return isRehearsalOver({ ...session, phase: "closed" });
}

function doubtOf(snapshot: Snapshot, settings: Settings, ends: boolean, writing: number): Doubt | null {
  const { phase, joined } = snapshot;
  if (phase === "lobby" && joined === 0) return { kind: "nobody" };
  if (phase === "results") return { kind: ends ? "end" : "close" };
  const missing = openRound(phase) ? missingVotes(snapshot) : 0;
  // [V9] From the results of an anonymous session there is no way back.
  if ((phase === "after" || afterLesson(phase)) && settings.identity === "anonymous")
    return { kind: "final", count: missing };
  if (missing > 0) return { kind: "missing", count: missing };
  return writing > 0 && openRound(phase) ? { kind: "writing", count: writing } : null;
}

/** How many have not voted in the latest round. */
export function missingVotes(snapshot: Snapshot): number {
  return Math.max(0, votersIn(snapshot) - snapshot.turnout.voted);
}
