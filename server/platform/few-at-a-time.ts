import { createFairQueue, type Party } from "#server/platform/fair-queue.ts";
import { createTurnQueue } from "#server/platform/slices.ts";

/**
 * Runs work `atOnce` at a time, in turns between parties, and ends one in each turn of the event loop. Answers with null
 * where more than `waiting` wait.
 */
export function createFewAtATime(size: { atOnce: number; waiting: number }) {
  const { enter } = createFairQueue(size);
  const endTurn = createTurnQueue();

  return <T>(party: Party, work: () => Promise<T>): Promise<T | null> =>
    new Promise((resolve, reject) => {
      const start = async (): Promise<void> => {
        const done = await work();
        await endTurn();
        resolve(done);
      };
      enter(party, { start: () => start().catch(reject), refuse: () => resolve(null) });
    });
}
