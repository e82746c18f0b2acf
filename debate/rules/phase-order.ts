import type { Activity, AfterLesson } from "#debate/activities/activity.ts";
import { ACTIVITY_PHASES, type ActivityPhase } from "#debate/activities/index.ts";
import type { LaterRound } from "#debate/rules/choices.ts";
import { CORE_PHASES, type CorePhase } from "#debate/rules/core-phases.ts";

export type Phase = CorePhase | ActivityPhase["name"];
/** [P1] All phases, in order: those of activities each after the one that it names. */
export const PHASES: readonly Phase[] = ACTIVITY_PHASES.reduce<Phase[]>(
  (phases, { name, after }) => phases.toSpliced(phases.indexOf(after) + 1, 0, name),
  [...CORE_PHASES],
);

/** [P1] [P34] Those of a lesson: a later vote follows it. */
export type LessonPhase = CorePhase | Exclude<ActivityPhase, { afterLesson: object }>["name"];
export const LESSON_PHASES = PHASES.filter((phase) => isOfLesson(phase));

export function isOfLesson(phase: Phase): phase is LessonPhase {
  return !afterLesson(phase);
}

/** [P34] How a phase after the lesson is entered and left; undefined of a lesson's. */
export function afterLesson(phase: Phase): AfterLesson | undefined {
  return ofActivity(phase)?.afterLesson;
}
export const AFTER_LESSON = PHASES.filter((phase) => afterLesson(phase));

/** [P34] Whether a phase waits for its day: only the host or a set date opens it, no timer. */
export function waitsForItsDay(phase: Phase): boolean {
  return afterLesson(phase)?.from !== undefined;
}

/** [P2] The phases of activities in which a vote is open, by its round. */
export const PHASES_OF_LATER_ROUNDS: { readonly [round in LaterRound]?: Phase } = Object.fromEntries(
  PHASES.map((phase) => [ofActivity(phase)?.votes, phase]).filter(([round]) => round !== undefined),
);
export type LaterVotePhase = Extract<ActivityPhase, { votes: LaterRound }>["name"];

/** Those in which a vote after the lesson is over. */
export type OverPhase = Extract<ActivityPhase, { afterLesson: { isOver: true } }>["name"];

/** [D34] The phases for which a session can have minutes. */
export type TimedPhase =
  | Exclude<CorePhase, "lobby" | "closed">
  | Extract<ActivityPhase, { minutes: object }>["name"];
export const TIMED_PHASES = PHASES.filter((phase) => takesMinutes(phase));

function takesMinutes(phase: Phase): phase is TimedPhase {
  const activity = ofActivity(phase);
  return activity ? activity.minutes !== undefined : phase !== "lobby" && phase !== "closed";
}

function ofActivity(phase: string): NonNullable<Activity["phases"]>[number] | undefined {
  return ACTIVITY_PHASES.find(({ name }) => name === phase);
}

export function isOfActivity(phase: Phase): phase is ActivityPhase["name"] {
  return ofActivity(phase) !== undefined;
}

/** The phases of activities in which phones have a view of their own. */
export type PhaseWithView = Extract<ActivityPhase, { ownView: true }>["name"];
export function hasOwnView(phase: string): phase is PhaseWithView {
  return ofActivity(phase)?.ownView === true;
}

/** [P3] Whether a host may leave it out. */
export function isOptional(phase: Phase): boolean {
  return phase === "reading-vote" || ofActivity(phase)?.optional === true;
}

/** True from `phase` on, in the order of PHASES. */
export function hasReached(current: Phase, phase: Phase): boolean {
  return PHASES.indexOf(current) >= PHASES.indexOf(phase);
}
