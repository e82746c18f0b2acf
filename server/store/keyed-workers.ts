/**
 * A worker for each key, made when it is first needed and forgotten when nobody waits for it any more: what has
 * different keys does not wait for each other.
 */
export function inLanes<Item, Outcome>(
  keyOf: (item: Item) => string,
  create: () => (item: Item) => Promise<Outcome>,
): (item: Item) => Promise<Outcome> {
  const lanes = new Map<string, { work: (item: Item) => Promise<Outcome>; users: number }>();
  return async (item) => {
    const key = keyOf(item);
    const lane = lanes.get(key) ?? { work: create(), users: 0 };
    lanes.set(key, lane);
    lane.users += 1;
    try {
      return await lane.work(item);
    } finally {
      lane.users -= 1;
      if (lane.users === 0) lanes.delete(key);
    }
  };
}
