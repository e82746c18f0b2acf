import { isComingBack, LONGEST_WAIT } from "#debate/rules/after-lesson.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import type { Rehearsed } from "#debate/rules/rehearsed.ts";
import type { Settings } from "#debate/rules/settings.ts";

const DAY = 24 * 60 * 60 * 1_000;

/** After how many days a server may delete sessions. [T1] */
export const RETENTION_DAYS = { least: 1, most: 3_650 } as const;
/** [H15] What the setup offers, besides keeping them. */
export const RETENTION_CHOICES = { ninetyDays: 90, schoolYear: 365, threeYears: 1_095 } as const;

/** [T9] `days`: absent where sessions are kept. `isFixed`: set by the person who runs the server. */
export type Retention = { days?: number; isFixed: boolean };

type Retained = Rehearsed & {
  phase: Phase;
  createdAt: number;
  closedAt: number | null;
  schedule: object | null;
  settings: Pick<Settings, "activities">;
};

/** [T1] [T8] From when on a session may be deleted, in milliseconds since the epoch; undefined while its end is open, and of a rehearsal [H3]. */
export function keptUntil(
  { phase, createdAt, closedAt, schedule, settings, simulated }: Retained,
  retention: Retention,
): number | undefined {
  if (retention.days === undefined || simulated !== undefined) return undefined;
  const days = retention.days * DAY;
  if (closedAt === null) return schedule ? undefined : createdAt + days;
  const waits = isComingBack({ phase, settings });
  return closedAt + (waits ? Math.max(days, LONGEST_WAIT) : days);
}
