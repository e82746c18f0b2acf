import { isClosed, type Phase } from "#debate/rules/phases.ts";

const DAY = 24 * 60 * 60 * 1_000;
/** [P34] How long after a session was closed its later vote may open, in milliseconds. */
export const LATER = { from: DAY, until: 365 * DAY } as const;

/** [P34] From when until when the later vote may open. */
export function laterWindow(closedAt: number): { from: number; until: number } {
  return { from: closedAt + LATER.from, until: closedAt + LATER.until };
}

/** [P34] Whether the later vote may open now: a day to a year after the class was closed. */
export function mayOpenLater({ closedAt }: { closedAt: number | null }, now: number): boolean {
  if (closedAt === null) return false;
  const { from, until } = laterWindow(closedAt);
  return now >= from && now <= until;
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
