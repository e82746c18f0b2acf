import { differenceOf, welch } from "#debate/counting/arms.ts";
import { pooledMean } from "#debate/counting/sections.ts";
import { seeded, seedOf } from "#debate/counting/seeded.ts";
import type { Study } from "#debate/counting/study.ts";

/** Of `runs` simulated studies: how many tell a line at all, how many lines cover the truth and exclude 0; `half`: the sum of half lines. */
export type Power = { runs: number; told: number; covers: number; finds: number; half: number };
/** Draws the halves of one class: the arm of the next person of a stratum. */
export type Halves = () => (stratum: string) => "a" | "b";

/** So many studies are simulated for a figure: it may be 3 points off. */
const RUNS = 1_000;
const SLICE = 10;

/** [M34] The same for the same study. Yields in between, so that a page can do other work meanwhile. */
export function* powerInSlices(study: Study): Generator<void, Power> {
  const { sections, size, effect, spread } = study;
  const draw = seeded(seedOf([sections, size, effect, spread]));
  let all = NOTHING;
  for (let run = 0; run < RUNS; run += SLICE) {
    all = simulateStudies(study, SLICE, draw, { earlier: all });
    yield;
  }
  return all;
}

/** [M34] What a study of these classes can find, for people to read: studies in a hundred, and points to either side. */
export function readPower({ runs, told, finds, half }: Power): { ofHundred: number; half: number } {
  return { ofHundred: Math.round((100 * finds) / runs), half: Math.round(half / told) };
}

const NOTHING: Power = { runs: 0, told: 0, covers: 0, finds: 0, half: 0 };
/** A class before the debate, and how often someone moves one or two steps without the effect, both ways together. */
const FIRST = { for: 0.3, against: 0.4 };
const MOVES = { one: 0.24, two: 0.1 };

/**
 * [M19] [M22] [M34] Simulates studies with a known effect, counted with the program's own estimators, and adds them to earlier ones.
 * `draw` gives numbers from 0 to below 1; `halves` draws arms by blocks of four within first votes.
 */
export function simulateStudies(
  study: Study,
  runs: number,
  draw: () => number,
  { halves = () => inBlocks(draw), earlier = NOTHING }: { halves?: Halves; earlier?: Power } = {},
): Power {
  const all = { ...earlier, runs: earlier.runs + runs };
  for (let run = 0; run < runs; run += 1) {
    const interval = lineOf(study, draw, halves);
    if (!interval) continue;
    const [low, high] = interval;
    all.told += 1;
    all.half += (high - low) / 2;
    if (low <= study.effect && study.effect <= high) all.covers += 1;
    if (low > 0 || high < 0) all.finds += 1;
  }
  return all;
}

/** The line that one study finds. What one class finds is meant of that class, so that there is no spread. */
function lineOf({ sections, size, effect, spread: among }: Study, draw: () => number, halves: Halves) {
  const spread = sections === 1 ? 0 : among;
  const classes = Array.from({ length: sections }, () =>
    oneClass(size, (effect + spread * normal(draw)) / 100, draw, halves()),
  );
  if (sections === 1) return classes.map(({ a, b }) => welch(a, b))[0]?.interval;
  const found = classes.flatMap(({ a, b }) => differenceOf(a, b) ?? []).filter(({ se }) => se > 0);
  return pooledMean(found.map(({ difference, se }) => ({ mean: difference, sd: se })))?.interval;
}

/** The steps of one class, whose half a moves toward For by `effect` steps more on average. */
function oneClass(size: number, effect: number, draw: () => number, armOfNext: ReturnType<Halves>) {
  const arms = { a: [] as number[], b: [] as number[] };
  for (let person = 0; person < size; person += 1) {
    const at = draw();
    const vote = at < FIRST.for ? "for" : at < FIRST.for + FIRST.against ? "against" : "undecided";
    const arm = armOfNext(vote);
    arms[arm].push(stepOf(arm === "a" ? effect : 0, draw));
  }
  return arms;
}

/** A step from -2 to 2 and the effect: that share of the half moves one step more in its direction, from one step at most. */
function stepOf(effect: number, draw: () => number): number {
  const isMoved = draw() < Math.abs(effect);
  const two = isMoved ? 0 : MOVES.two / 2;
  const one = MOVES.one / 2;
  const lot = draw() - 0.5;
  const size = Math.abs(lot) < 0.5 - two - one ? 0 : Math.abs(lot) < 0.5 - two ? 1 : 2;
  return Math.sign(lot) * size + (isMoved ? Math.sign(effect) : 0);
}

/** [M24] Two of each four of a stratum, in an order that is drawn. */
function inBlocks(draw: () => number): ReturnType<Halves> {
  const left = new Map<string, { a: number; b: number }>();
  return (stratum) => {
    const earlier = left.get(stratum);
    const block = earlier && earlier.a + earlier.b > 0 ? earlier : { a: 2, b: 2 };
    left.set(stratum, block);
    const arm = draw() * (block.a + block.b) < block.a ? "a" : "b";
    block[arm] -= 1;
    return arm;
  };
}

/** Box and Muller. */
function normal(draw: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
}
