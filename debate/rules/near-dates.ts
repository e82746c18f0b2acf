import type { Phase } from "#debate/rules/phase-order.ts";

const MINUTE = 60_000;
/** [P29] The first of the dates brought near is at least this far ahead, and the others follow at this distance, in milliseconds. */
export const NEAR = { first: MINUTE, every: 2 * MINUTE } as const;

/** [P29] The first whole minute that is at least one minute ahead: dates are told in whole minutes. */
export function firstNear(now: number): number {
  return Math.ceil((now + NEAR.first) / MINUTE) * MINUTE;
}

/** [P29] What opens in the next minutes, in that order. */
export function nearDates(phases: readonly Phase[], now: number): { phase: Phase; at: number }[] {
  return phases.map((phase, place) => ({ phase, at: firstNear(now) + place * NEAR.every }));
}
