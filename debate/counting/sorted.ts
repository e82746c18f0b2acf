import { STRIDE } from "#debate/counting/drained.ts";

/** So many are sorted at once, with some two thousand comparisons. */
const RUN = 250;

/** [L15] The items in order, those that are equal as they were. Yields after each part sorted and each thousand merged. */
export function* sortedInSlices<Item>(
  items: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Generator<void, Item[]> {
  let runs: Item[][] = [];
  for (let from = 0; from < items.length; from += RUN) {
    runs.push(items.slice(from, from + RUN).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const longer: Item[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      longer.push(yield* merged(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merged<Item>(
  one: readonly Item[],
  other: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Generator<void, Item[]> {
  const all: Item[] = [];
  let [left, right] = [0, 0];
  while (left < one.length && right < other.length) {
    const [first, second] = [one[left] as Item, other[right] as Item];
    if (compare(first, second) <= 0) {
      all.push(first);
      left += 1;
    } else {
      all.push(second);
      right += 1;
    }
    if (all.length % STRIDE === 0) yield;
  }
  yield;
  return all.concat(one.slice(left), other.slice(right));
}
