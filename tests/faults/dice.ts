/** The seed of a run: FAULT_SEED, or one that the clock gives. It is printed, so that a run can be repeated. */
const SEED = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000);

export type Dice = ReturnType<typeof createDice>;

/** The random source of a fault test; each test has its own, so that the order of tests does not matter. */
export function throwDice(test: string): Dice {
  process.stdout.write(`${test}: FAULT_SEED=${SEED}\n`);
  return createDice(SEED);
}

/** A seeded random generator (mulberry32). */
export function createDice(seed: number) {
  let state = seed >>> 0;
  /** From 0 to below 1. */
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  return {
    seed,
    between: (from: number, to: number) => from + next() * (to - from),
    below: (number: number) => Math.floor(next() * number),
    chance: (probability: number) => next() < probability,
    pick: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T,
  };
}
