/** How long counting continues in one turn of the event loop, in milliseconds. */
const SLICE = 4;

/** Resolves when its turn has come, and calls `start` then. */
export type InTurn = (start?: () => void) => Promise<void>;

/**
 * [L15] Gives turns in the order of arrival, for `slice` milliseconds in each turn of the event loop (0: one), so that votes are
 * handled in between.
 */
export function createTurns(slice = 0): InTurn {
  let waiting: (() => void)[] = [];

  function startSlice(): void {
    const end = performance.now() + slice;
    let started = 0;
    while (started < waiting.length && (started === 0 || performance.now() < end)) waiting[started++]?.();
    waiting = waiting.slice(started);
    if (waiting.length > 0) setImmediate(startSlice);
  }

  return (start) =>
    new Promise((resolve) => {
      waiting.push(() => {
        start?.();
        resolve();
      });
      if (waiting.length === 1) setImmediate(startSlice);
    });
}

/** Shared by all work that takes milliseconds. */
export const ownTurn = createTurns();

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
