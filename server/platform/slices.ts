import { createTurns } from "#server/platform/turns.ts";

/** How long work continues in one turn of the event loop, in milliseconds. */
const SLICE = 4;

/** [L15] A queue whose next one has its turn in the next turn of the event loop, however many are waiting. */
export function createTurnQueue(): () => Promise<void> {
  const inTurn = createTurns(0);
  return () => new Promise((resolve) => inTurn(resolve));
}

/** The queue of slices that take milliseconds, of all sessions. */
export const ownTurn = createTurnQueue();

/** [L15] Runs work that yields often in slices, each in a turn of its own, so that votes are handled in between. */
export async function inSlices<T>(work: Generator<void, T>, slice = SLICE): Promise<T> {
  for (;;) {
    await ownTurn();
    const end = performance.now() + slice;
    do {
      const { done, value } = work.next();
      if (done) return value;
    } while (performance.now() < end);
  }
}

/** Divides items into parts in their order. A part weighs `most` or less, unless it is a single item. */
export function* divided<Item>(
  items: Iterable<Item>,
  most: number,
  weightOf: (item: Item) => number = () => 1,
): Generator<Item[]> {
  let part: Item[] = [];
  let weight = 0;
  for (const item of items) {
    const own = weightOf(item);
    if (part.length > 0 && weight + own > most) {
      yield part;
      [part, weight] = [[], 0];
    }
    part.push(item);
    weight += own;
  }
  if (part.length > 0) yield part;
}
