/** `simulated`: [H1] how many students of a rehearsal are simulated; missing in other sessions. */
export type Rehearsed = { simulated?: number | undefined };

/**
 * How long after a session was closed something may open, in milliseconds, as times; without `from`, at once. Simulated students have
 * nothing to forget in a day.
 */
export function openingTimes(
  closedAt: number,
  { from = 0, until }: { from?: number; until: number },
  { simulated }: Rehearsed,
): { from: number; until: number } {
  return { from: closedAt + (simulated === undefined ? from : 0), until: closedAt + until };
}
