/** For so long requests are started in one turn of the event loop, in milliseconds. */
const SLICE = 0.25;

/** Starts something in its turn. */
export type InTurn = (start: () => void) => void;

/**
 * [L15] Starts things in slices of a turn of the event loop each, so that votes are handled in between, however many come at once;
 * with a slice of 0 one in each turn.
 */
export function createTurns(slice = SLICE): InTurn {
  let waiting: (() => void)[] = [];

  function startSlice(): void {
    const end = performance.now() + slice;
    let started = 0;
    while (started < waiting.length && (started === 0 || performance.now() < end)) waiting[started++]?.();
    waiting = waiting.slice(started);
    if (waiting.length > 0) setImmediate(startSlice);
  }

  return (start) => {
    waiting.push(start);
    if (waiting.length === 1) setImmediate(startSlice);
  };
}
