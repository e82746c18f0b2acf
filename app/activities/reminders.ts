import type { ActivityPhase } from "#debate/activities/index.ts";

/**
 * What a class has to do in phases of activities that it is in at home, by the words of `host.dates.reminder`: `until` the next set date,
 * or while the phase is open.
 */
export const REMINDERS = {
  later: { until: "later", open: "laterOpen" },
} as const satisfies { [name in ActivityPhase["name"]]?: { until: string; open: string } };
