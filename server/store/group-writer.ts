import type { Watch } from "#server/platform/watch.ts";
import { inLanes } from "#server/store/keyed-workers.ts";

/** [L9] More waiting items than this are refused, and the sender tries again. */
export const QUEUE_LENGTH = 20_000;
/** The most items in one transaction: many share one write to disk, but answering them must not take long. */
const GROUP = 500;

export type Storing<Item, Outcome> = {
  /** Stores what fits in one transaction, on disk when it resolves; answers with the places of what was left out. */
  store(items: Item[]): Promise<number[]>;
  /** What is answered for an item that was stored. */
  stored(item: Item): Outcome;
  /** What is answered for items that were left out; null for one that fits by now and goes once more. */
  explain(items: Item[]): Promise<(Outcome | null)[]>;
  /** What is answered where too much waits already. */
  busy(): Outcome;
  /** Hears of items once they are on disk. */
  onStored?(items: Item[]): void;
};

/**
 * Stores items that arrive within a few milliseconds of each other by one transaction: a function that takes one and
 * resolves when it is on disk, or with why it was refused. Whatever arrives while a transaction runs is stored by the next.
 * Where there are lanes, this holds for each of them alone.
 */
export function createGroupWriter<Item, Outcome>(
  storing: Storing<Item, Outcome>,
  laneOf: ((item: Item) => string) | null,
  watch: Watch,
): (item: Item) => Promise<Outcome> {
  const lane = () => createLane(storing, watch);
  return laneOf === null ? lane() : inLanes(laneOf, lane);
}

function createLane<Item, Outcome>(
  storing: Storing<Item, Outcome>,
  watch: Watch,
): (item: Item) => Promise<Outcome> {
  type Waiting = { item: Item; settle(outcome: Outcome): void; fail(error: unknown): void };
  let waiting: Waiting[] = [];
  let isWriting = false;

  async function writeGroup(): Promise<void> {
    const group = waiting.slice(0, GROUP);
    waiting = waiting.slice(GROUP);
    watch.waiting -= group.length;
    const failed = (error: unknown): null => {
      for (const { fail } of group) fail(error);
      return null;
    };
    const begun = performance.now();
    const leftOut = await storing.store(group.map(({ item }) => item)).catch(failed);
    if (leftOut) watch.committed((performance.now() - begun) / 1_000);
    else watch.settled("failed", group.length);
    // The next group is on its way to the disk while this one is answered.
    writeNext();
    if (leftOut) await answer(group, new Set(leftOut)).catch(failed);
  }

  async function answer(group: Waiting[], leftOut: Set<number>): Promise<void> {
    const stored = leftOut.size === 0 ? group : group.filter((_, place) => !leftOut.has(place));
    for (const { item, settle } of stored) settle(storing.stored(item));
    watch.settled("stored", stored.length);
    storing.onStored?.(stored.map(({ item }) => item));
    if (leftOut.size > 0) await explain(group.filter((_, place) => leftOut.has(place)));
  }

  function writeNext(): void {
    isWriting = waiting.length > 0;
    if (isWriting) void writeGroup();
  }

  async function explain(group: Waiting[]): Promise<void> {
    const outcomes = await storing.explain(group.map(({ item }) => item));
    for (const [place, each] of group.entries()) {
      const outcome = outcomes[place];
      if (outcome) each.settle(outcome);
      else wait(each);
    }
  }

  function wait(each: Waiting): void {
    waiting.push(each);
    watch.waiting += 1;
    if (isWriting) return;
    isWriting = true;
    // Whatever the sockets hold at this moment is read first, so that it shares the write to disk.
    setImmediate(() => void writeGroup());
  }

  return (item) => {
    if (waiting.length >= QUEUE_LENGTH) {
      watch.settled("busy", 1);
      return Promise.resolve(storing.busy());
    }
    return new Promise((settle, fail) => wait({ item, settle, fail }));
  };
}
