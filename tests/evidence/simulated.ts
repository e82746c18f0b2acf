import { estimateArms, type Stratum } from "#debate/counting/arms.ts";
import { pooledMean } from "#debate/counting/sections.ts";
import { armAt } from "#server/activities/experiment/allocation.ts";

/** A design: how many classes of how many people, the true effect and the spread of classes around it, in points. */
export type Design = { sections: number; size: number; effect: number; spread: number };
/** How often (0..1) intervals cover the truth, and exclude 0. */
export type Proof = { covers: number; finds: number; told: number };

const VOTES = ["for", "against", "undecided"] as const;
/** A class before the debate, and how often someone moves one or two steps by themselves, each way. */
const FIRST = { for: 0.3, against: 0.4, undecided: 0.3 };
const MOVES = { one: 0.12, two: 0.05 };

/** [M19] [M22] Simulates classes with a known effect and counts them with the program's own estimators and allocation. */
export function prove({ sections, size, effect, spread }: Design, runs: number, draw: () => number): Proof {
  const all: Proof = { covers: 0, finds: 0, told: 0 };
  for (let run = 0; run < runs; run += 1) {
    const found = Array.from({ length: sections }, () =>
      oneClass(size, (effect + spread * normal(draw)) / 100, draw),
    );
    const interval = sections === 1 ? found[0]?.interval : pooledIn(found);
    if (!interval) continue;
    all.told += 1;
    if (interval[0] <= effect && effect <= interval[1]) all.covers += 1;
    if (interval[0] > 0 || interval[1] < 0) all.finds += 1;
  }
  return { covers: all.covers / all.told, finds: all.finds / all.told, told: all.told / runs };
}

function pooledIn(found: readonly ReturnType<typeof estimateArms>[]): [number, number] | undefined {
  const told = found.flatMap((each) => (each && each.se > 0 ? [{ mean: each.difference, sd: each.se }] : []));
  return pooledMean(told)?.interval;
}

/** One class: halves by blocks within first votes; the half a moves toward For by `effect` steps more on average. */
function oneClass(size: number, effect: number, draw: () => number) {
  const seed = `${draw()}`;
  const places = new Map<string, number>();
  const strata: Record<string, { a: number[]; b: number[] }> = {};
  for (let person = 0; person < size; person += 1) {
    const at = draw();
    const vote = at < FIRST.for ? VOTES[0] : at < FIRST.for + FIRST.against ? VOTES[1] : VOTES[2];
    const place = (places.get(vote) ?? 0) + 1;
    places.set(vote, place);
    const arm = armAt(seed, vote, place);
    strata[vote] ??= { a: [], b: [] };
    strata[vote][arm].push(stepOf(arm === "a" ? effect : 0, draw));
  }
  return estimateArms(Object.values(strata) satisfies Stratum[], 1);
}

/** A step from -2 to 2 whose mean is the effect: that part of the class moves one step more in its direction. */
function stepOf(effect: number, draw: () => number): number {
  const isMoved = draw() < Math.abs(effect);
  const two = isMoved ? 0 : MOVES.two;
  const lot = draw() - 0.5;
  const size = Math.abs(lot) < 0.5 - two - MOVES.one ? 0 : Math.abs(lot) < 0.5 - two ? 1 : 2;
  return Math.sign(lot) * size + (isMoved ? Math.sign(effect) : 0);
}

/** Box and Muller. */
function normal(draw: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
}
