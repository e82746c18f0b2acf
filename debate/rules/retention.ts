import { LATER } from "#debate/rules/later-vote.ts";
import type { Phase } from "#debate/rules/phases.ts";
import type { Settings } from "#debate/rules/settings.ts";

const DAY = 24 * 60 * 60 * 1_000;

type Kept = {
  phase: Phase;
  createdAt: number;
  closedAt: number | null;
  schedule: object | null;
  settings: Pick<Settings, "laterVote" | "simulated">;
};

/** [T1] [T8] From when on a session may be deleted, in milliseconds since the epoch; undefined while its end is open, and of a rehearsal [H3]. */
export function keptUntil(
  { phase, createdAt, closedAt, schedule, settings }: Kept,
  { retentionDays }: { retentionDays?: number },
): number | undefined {
  if (retentionDays === undefined || settings.simulated !== undefined) return undefined;
  const days = retentionDays * DAY;
  if (closedAt === null) return schedule ? undefined : createdAt + days;
  const waits = settings.laterVote && phase !== "later-closed";
  return closedAt + (waits ? Math.max(days, LATER.until) : days);
}
