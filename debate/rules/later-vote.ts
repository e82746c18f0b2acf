import { isClosed, type Phase } from "#debate/rules/phases.ts";
import type { Settings } from "#debate/rules/settings.ts";

const DAY = 24 * 60 * 60 * 1_000;
/** [P34] How long after a session was closed its later vote may open, in milliseconds. */
export const LATER = { from: DAY, until: 365 * DAY } as const;

/** `simulated`: [H1] how many students of a rehearsal are simulated; missing in other sessions. */
export type Rehearsed = { simulated?: number | undefined };

/** [P34] From when until when the later vote may open; simulated students have nothing to forget in a day. */
export function laterWindow(closedAt: number, { simulated }: Rehearsed): { from: number; until: number } {
  return { from: closedAt + (simulated === undefined ? LATER.from : 0), until: closedAt + LATER.until };
}

type Closed = Rehearsed & { closedAt: number | null };

/** [P34] Whether the later vote may open now: a day to a year after the class was closed, in a rehearsal at once. */
export function mayOpenLater({ closedAt, simulated }: Closed, now: number): boolean {
  if (closedAt === null) return false;
  const { from, until } = laterWindow(closedAt, { simulated });
  return now >= from && now <= until;
}

/** [H3] Whether a rehearsal is over: closed, and without a later vote to come. */
export function isRehearsalOver({
  phase,
  simulated,
  settings,
}: Rehearsed & { phase: Phase; settings: Pick<Settings, "activities"> }): boolean {
  return simulated !== undefined && phase === "closed" && !settings.activities.laterVote;
}

/** When a session counts as closed: once it is closed, and anew when its later vote is. */
export function closingTime(
  { phase: from, closedAt }: { phase: Phase; closedAt: number | null },
  to: Phase,
  now: number,
): number | null {
  if (!isClosed(to)) return null;
  return to === "later-closed" || !isClosed(from) ? now : closedAt;
}
