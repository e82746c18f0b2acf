import { type Result, refuse } from "#debate/rules/result.ts";
import { isPassing } from "#server/platform/storage-failures.ts";
import type { WriteMetrics } from "#server/platform/write-metrics.ts";

/** [L9] Items beyond it are refused, and the sender tries again. */
export const QUEUE_LENGTH = 20_000;
/** [L9] Items with the order `first` are stored before all others. */
export type Order = "first" | "in-turn";
/** How one kind of item is stored. Items are compared by identity. */
export type Storing<Item extends object, Outcome> = {
  /** Stores the items that fit, in one transaction. Resolves with the others once these are on disk. */
  store(items: Item[], order: Order): Promise<Item[]>;
  /** The answer for a stored item. */
  stored(item: Item): Outcome;
  /** Reads why items were left out. The answer for one is null if it fits by now: it is then stored again. */
  explain(items: Item[]): Promise<(item: Item) => Outcome | null>;
  /** The answer when the queue is full. */
  busy(): Outcome;
  /** Called after a transaction is committed. */
  onStored?(items: Item[]): void;
};

/**
 * `most`: items in a transaction at most. `wait`: how long an item waits for others at most, in milliseconds since the last transaction
 * began, so that a single one doesn't wait. Once `most` wait, they and the rest of that crowd are stored at once. `queue`: [L9] how
 * many may wait.
 */
export type Grouping = { most?: number; wait?: number; queue?: number };

export type GroupWriter<Item, Outcome> = {
  /** Stores an item and resolves once it is on disk, or with the reason it was refused. */
  (item: Item, order?: Order): Promise<Outcome>;
  /** Stores what waits (of one key, if given) now, before other jobs. Resolves once that has begun. */
  hurry(key?: string): Promise<void>;
};
type Worker<Item, Outcome> = {
  write(item: Item, order: Order): Promise<Outcome>;
  hurry(): Promise<void>;
};

/**
 * Creates a function that stores an item and resolves once it is on disk, or with the reason it was refused. Items that
 * arrive during a transaction are stored together by the next one, separately for each key.
 */
export function createGroupWriter<Item extends object, Outcome>(
  storing: Storing<Item, Outcome>,
  groupKeyOf: ((item: Item) => string) | null,
  watch: WriteMetrics,
  grouping: Grouping = {},
): GroupWriter<Item, Outcome> {
  const lines = new Map<
    string,
    { worker: Worker<Item, Outcome>; unanswered: number; idle?: NodeJS.Timeout }
  >();

  async function write(item: Item, order: Order = "in-turn"): Promise<Outcome> {
    const key = groupKeyOf?.(item) ?? "";
    const line = lines.get(key) ?? { worker: createWorker(storing, watch, grouping), unanswered: 0 };
    lines.set(key, line);
    clearTimeout(line.idle);
    line.unanswered += 1;
    try {
      return await line.worker.write(item, order);
    } finally {
      line.unanswered -= 1;
      // The next one waits for others, if it comes soon.
      if (line.unanswered === 0) line.idle = setTimeout(() => lines.delete(key), grouping.wait ?? 0).unref();
    }
  }
  async function hurry(key?: string): Promise<void> {
    const hurried = key === undefined || !groupKeyOf ? [...lines.values()] : [lines.get(key)];
    await Promise.all(hurried.map((line) => line?.worker.hurry()));
  }
  return Object.assign(write, { hurry });
}

/**
 * For items whose answers are decided in the transaction that stores them: `decide` returns one for each, in their order. If it throws,
 * items are tried one by one, so that none makes others fail.
 */
export function createDecidingWriter<Item extends object, Value>(
  decide: (items: Item[], order: Order) => Promise<Result<Value>[]>,
  groupKeyOf: ((item: Item) => string) | null,
  watch: WriteMetrics,
  grouping?: Grouping,
): GroupWriter<Item, Result<Value>> {
  type Decided = Result<Value> | Promise<Result<Value>>;
  const decided = new WeakMap<Item, () => Decided>();

  async function decideGroup(items: Item[], order: Order): Promise<void> {
    const results = await decide(items, order);
    for (const [index, item] of items.entries()) decided.set(item, () => results[index] ?? refuse("busy"));
  }
  async function decideAll(items: Item[], order: Order): Promise<void> {
    try {
      await decideGroup(items, order);
    } catch (error) {
      if (isPassing(error)) throw error;
      const fails = (item: Item, why: unknown) => decided.set(item, () => Promise.reject(why));
      for (const item of items)
        if (items.length === 1) fails(item, error);
        else await decideGroup([item], order).catch((why: unknown) => fails(item, why));
    }
  }

  const write = createGroupWriter<Item, Decided>(
    {
      async store(items, order) {
        await decideAll(items, order);
        return [];
      },
      stored: (item) => decided.get(item)?.() ?? refuse("busy"),
      explain: async () => () => null,
      busy: () => refuse("busy"),
    },
    groupKeyOf,
    watch,
    grouping,
  );
  return Object.assign(async (item: Item, order?: Order) => await write(item, order), { hurry: write.hurry });
}

function createWorker<Item extends object, Outcome>(
  storing: Storing<Item, Outcome>,
  watch: WriteMetrics,
  { most = 500, wait = 0, queue = QUEUE_LENGTH }: Grouping,
): Worker<Item, Outcome> {
  type Waiting = { item: Item; settle(outcome: Outcome): void; fail(error: unknown): void };
  let waiting: Waiting[] = [];
  let isWriting = false;
  let nextAt = Number.NEGATIVE_INFINITY;
  let gathers: NodeJS.Timeout | undefined;
  /** How many of the first waiting items are stored without gathering, and before other jobs. */
  let hurried = 0;
  let handedOver: (() => void)[] = [];

  async function writeGroup(): Promise<void> {
    const group = waiting.slice(0, most);
    waiting = waiting.slice(most);
    watch.waiting -= group.length;
    const order: Order = hurried > 0 ? "first" : "in-turn";
    hurried = Math.max(0, hurried - group.length);
    const failed = (error: unknown): null => {
      for (const { fail } of group) fail(error);
      return null;
    };
    const begunAt = performance.now();
    nextAt = group.length < most ? begunAt + wait : begunAt;
    const items = group.map(({ item }) => item);
    const leftOut = await storing.store(items, order).catch(failed);
    if (leftOut) watch.committed((performance.now() - begunAt) / 1_000);
    else watch.settled("failed", group.length);
    // The next group is written while this one is answered.
    writeNext();
    if (leftOut) await answer(group, new Set(leftOut)).catch(failed);
  }

  async function answer(group: Waiting[], leftOut: Set<Item>): Promise<void> {
    const stored = leftOut.size === 0 ? group : group.filter(({ item }) => !leftOut.has(item));
    for (const { item, settle } of stored) settle(storing.stored(item));
    watch.settled("stored", stored.length);
    storing.onStored?.(stored.map(({ item }) => item));
    if (leftOut.size > 0) await explain(group.filter(({ item }) => leftOut.has(item)));
  }

  function hurry(): Promise<void> {
    if (!isWriting) return Promise.resolve();
    hurried = waiting.length;
    const handed = new Promise<void>((resolve) => handedOver.push(resolve));
    if (gathers) endGathering(writeGroup);
    return handed;
  }

  function tellHurried(): void {
    if (hurried > 0) return;
    for (const resolve of handedOver) resolve();
    handedOver = [];
  }

  function writeNext(): void {
    tellHurried();
    isWriting = waiting.length > 0;
    if (isWriting && !isGathering()) void writeGroup();
  }

  /** Whether the next group gathers for a while first. */
  function isGathering(): boolean {
    if (waiting.length >= most || hurried > 0) return false;
    const rest = nextAt - performance.now();
    if (rest > 0) gathers = setTimeout(() => endGathering(writeGroup), rest);
    return rest > 0;
  }

  function endGathering(next: () => unknown): void {
    clearTimeout(gathers);
    gathers = undefined;
    next();
  }

  async function explain(group: Waiting[]): Promise<void> {
    const outcomeOf = await storing.explain(group.map(({ item }) => item));
    for (const each of group) {
      const outcome = outcomeOf(each.item);
      if (outcome) each.settle(outcome);
      else enter(each);
    }
  }

  function enter(each: Waiting, order: Order = "in-turn"): void {
    if (order === "first") waiting.splice(hurried++, 0, each);
    else waiting.push(each);
    watch.waiting += 1;
    if (gathers && (waiting.length >= most || hurried > 0)) endGathering(writeSoon);
    if (isWriting) return;
    isWriting = true;
    if (!isGathering()) writeSoon();
  }

  /** After messages that have already arrived, which share the write. */
  function writeSoon(): void {
    setImmediate(() => void writeGroup());
  }

  function write(item: Item, order: Order): Promise<Outcome> {
    if ((order === "first" ? hurried : waiting.length) >= queue) {
      watch.settled("busy", 1);
      return Promise.resolve(storing.busy());
    }
    return new Promise((settle, fail) => enter({ item, settle, fail }, order));
  }
  return { write, hurry };
}
