/** The seed of everything that tests draw. `SEED=7 npm test` draws something else. */
export const SEED = Number(process.env.SEED ?? 20_261_202);

export type Dice = ReturnType<typeof createDice>;

/** A seeded random generator (mulberry32). */
export function createDice(seed = SEED) {
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
