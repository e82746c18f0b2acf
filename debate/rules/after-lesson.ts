// [P34] The phases that come after a lesson, each with its time.
import { type ActivityName, activityOf } from "#debate/activities/index.ts";
import { isOn } from "#debate/activities/open.ts";
import { AFTER_LESSON, afterLesson, type Phase } from "#debate/rules/phase-order.ts";
import { isClosed } from "#debate/rules/phases.ts";
import { openingTimes, type Rehearsed } from "#debate/rules/rehearsed.ts";
import type { Settings } from "#debate/rules/settings.ts";

type Chosen = { settings: Pick<Settings, "activities"> };

/** The activities of which they are. */
export const COMING_BACK: readonly ActivityName[] = [
  ...new Set(AFTER_LESSON.flatMap((phase) => activityOf(phase) ?? [])),
];

/** Those in which a vote is over. */
export const OVER = AFTER_LESSON.filter((phase) => afterLesson(phase)?.isOver);

/** The longest that a session may have to wait for one, in milliseconds. */
export const LONGEST_WAIT = Math.max(0, ...AFTER_LESSON.map((phase) => afterLesson(phase)?.until ?? 0));

/** From when until when a phase may open; null of a lesson's, which no time limits. `from` is missing where it need not wait. */
export function timesOf(
  phase: Phase,
  closedAt: number,
  rehearsed: Rehearsed,
): { from?: number; until: number } | null {
  const times = afterLesson(phase);
  if (!times) return null;
  const { from, until } = openingTimes(closedAt, times, rehearsed);
  return { until, ...(times.from !== undefined && { from }) };
}

/** [P34] Whether a closed session may open a phase now: a day to a year after it was closed, a rehearsal at once. */
export function mayOpenNow(
  phase: Phase,
  { closedAt, simulated }: Rehearsed & { closedAt: number | null },
  now: number,
): boolean {
  if (!afterLesson(phase)) return true;
  const times = closedAt === null ? null : timesOf(phase, closedAt, { simulated });
  return times !== null && now >= (times.from ?? 0) && now <= times.until;
}

/** Whether a session has phases after its lesson. */
export function comesBack({ settings }: Chosen): boolean {
  return COMING_BACK.some((name) => isOn(name, settings));
}

/** [T1] Whether such phases are still to come, or open. */
export function isComingBack({ phase, settings }: Chosen & { phase: Phase }): boolean {
  return comesBack({ settings }) && !OVER.includes(phase);
}

/** [H3] Whether a rehearsal is over: closed, with nothing to come. */
export function isRehearsalOver({
  phase,
  simulated,
  settings,
}: Rehearsed & Chosen & { phase: Phase }): boolean {
  return simulated !== undefined && phase === "closed" && !comesBack({ settings });
}

/** When a session counts as closed: once it is closed, and anew when a vote after its lesson is. */
export function closingTime(
  { phase: from, closedAt }: { phase: Phase; closedAt: number | null },
  to: Phase,
  now: number,
): number | null {
  if (!isClosed(to)) return null;
  return afterLesson(to)?.isOver || !isClosed(from) ? now : closedAt;
}
