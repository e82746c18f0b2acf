/** For so many seconds the same is said: [F2] it may come five seconds late, and a moment more. */
const LATE = 6;
/** What is said of a timer that begins is rounded to so many seconds. */
const ROUND = 5;

/**
 * [F2] How many seconds to say that are left: as a timer begins (`begun`: what it then had, null if that was before this page),
 * at a minute, at ten seconds, and 0 once the time is up. Null between these.
 */
export function timeToSay(left: number, begun: number | null): number | null {
  if (left === 0) return 0;
  if (begun !== null && left > begun - LATE) return Math.max(ROUND, Math.round(begun / ROUND) * ROUND);
  return [60, 10].find((at) => left > at - LATE && left <= at) ?? null;
}
