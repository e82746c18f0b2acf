import type { z } from "zod";
import { chanceInSlices, DEALS } from "#debate/counting/dealt-sections.ts";
import { chiSquaredTail, studentWithin } from "#debate/counting/distributions.ts";
import { drained } from "#debate/counting/drained.ts";
import {
  allSteps,
  coin,
  type Estimate,
  estimate,
  type Margin,
  margin,
  peopleIn,
  type Steps,
  stepSum,
  stepsOf,
} from "#debate/counting/margin.ts";
import { type Moves, paired } from "#debate/counting/movement.ts";
import type * as answers from "#debate/protocol/answers/comparison.ts";
import type { SectionExperiment } from "#debate/protocol/answers/summary.ts";

/** One section's margin, and its mean and standard deviation under the prior, in points. */
export type Section = Estimate & { n: number; margin: Margin };

/** A mean over sections that differ, in points, with its 95 % interval and the variance between them. */
export type Pooled = NonNullable<Comparison["pooled"]>;

/**
 * [S13] Several sections of one resolution: all people together with the coin, how much the sections differ (Cochran's Q with
 * its probability, I2 0..1; the page shows `differ`), and from five sections on a mean of sections.
 */
export type Sections = {
  sections: Section[];
  n: number;
  points: number | null;
  coin: number | null;
  Q: number | null;
  df: number | null;
  pQ: number | null;
  I2: number | null;
  /** [S20] How often (0..1) sections dealt by lot would differ at least as much. */
  differ: number | null;
  pooled: Pooled | null;
};

/** A session among those compared. Without people who voted twice it has no margin, and no part in the other figures. */
export type ComparedSection = Comparison["sections"][number];

/** [S28] A class on another server. */
export type SectionElsewhere = Extract<WideComparison["sections"][number], { server: string }>;
/** [S28] Sessions of one resolution, also from elsewhere, and how they compare. */
export type WideComparison = z.infer<typeof answers.WideComparison>;

/** [V22] Sessions of one resolution, and how they compare. */
export type Comparison = z.infer<typeof answers.Comparison>;

/** [V22] Why sessions are not compared, and which of them. */
export type NotCompared = {
  why: "too-many" | "unknown" | "not-open" | "different" | "withheld" | "too-few";
  codes: string[];
};

/** [V22] */
export const MOST_SECTIONS = 60;
/** [S13] The fewest sections of which a mean is told. */
const FEWEST_SECTIONS = 5;

/** Counts all at once what `compareInSlices` counts. */
export const compareSections = (classes: readonly Moves[], deals = DEALS): Sections =>
  drained(compareInSlices(classes, [], deals));

/**
 * [S13] [L15] Sections without paired voters are left out. Yields in between, so that a server can do other work meanwhile. [S28] Of
 * those from elsewhere no single steps are known, so that with them neither the coin nor the deal can be counted.
 */
export function* compareInSlices(
  classes: readonly Moves[],
  elsewhere: readonly Section[] = [],
  deals = DEALS,
): Generator<void, Sections> {
  const own = classes.flatMap((moves) => {
    const told = margin(moves);
    return told ? [{ n: paired(moves), margin: told, ...estimate(stepsOf(moves)) }] : [];
  });
  const sections = [...own, ...elsewhere];
  const areOwn = elsewhere.length === 0;
  const counted = classes.map(stepsOf).filter((steps) => peopleIn(steps) > 0);
  const steps = allSteps(counted);
  const n = peopleIn(steps) + elsewhere.reduce((sum, each) => sum + each.n, 0);
  const moved = elsewhere.reduce((sum, each) => sum + each.n * each.margin.points, 100 * stepSum(steps));
  const apart = (dealt: readonly Steps[]) => weighted(dealt.map(estimate), 0).Q;
  return {
    sections,
    n,
    points: n === 0 ? null : moved / n,
    coin: areOwn ? coin(steps) : null,
    ...heterogeneity(sections),
    differ: areOwn ? yield* chanceInSlices(counted, apart, deals) : null,
    pooled: pooledMean(sections.map(({ margin, sd }) => ({ mean: margin.points, sd }))),
  };
}

function heterogeneity(sections: readonly Estimate[]): Pick<Sections, "Q" | "df" | "pQ" | "I2"> {
  if (sections.length < 2) return { Q: null, df: null, pQ: null, I2: null };
  const df = sections.length - 1;
  const { Q } = weighted(sections, 0);
  return { Q, df, pQ: chiSquaredTail(Q, df), I2: Q > df ? (Q - df) / Q : 0 };
}

/** The mean with weights 1 / (sd^2 + tau2), the weighted sum of squares around it, and the sum of weights. */
function weighted(sections: readonly Estimate[], tau2: number) {
  const weights = sections.map(({ sd }) => 1 / (sd ** 2 + tau2));
  const weight = weights.reduce((sum, each) => sum + each, 0);
  const over = (figure: (section: Estimate) => number) =>
    sections.reduce((sum, section, i) => sum + (weights[i] ?? 0) * figure(section), 0);
  const mean = over((section) => section.mean) / weight;
  return { mean, weight, Q: over((section) => (section.mean - mean) ** 2) };
}

/**
 * [S19] Random effects of the raw margins, since the means under the prior are all nearer to 0: tau2 by Paule and Mandel, the
 * interval by Knapp and Hartung with Student's t, their factor never below 1, so that sections that happen to agree do not make
 * it narrower than their own uncertainty. [M22] So are differences of experiments. Null for fewer than five.
 */
export function pooledMean(raw: readonly Estimate[]): Pooled | null {
  if (raw.length < FEWEST_SECTIONS) return null;
  const df = raw.length - 1;
  const tau2 = betweenSections(raw, df);
  const { mean, weight, Q } = weighted(raw, tau2);
  const half = studentWithin(0.95, df) * Math.sqrt(Math.max(1, Q / df) / weight);
  return { tau2, mean, interval: [mean - half, mean + half] };
}

/** The variance with which the weighted sum of squares is what chance lets expect. */
function betweenSections(sections: readonly Estimate[], df: number): number {
  if (weighted(sections, 0).Q <= df) return 0;
  let [low, high] = [0, 1];
  while (weighted(sections, high).Q > df) high *= 2;
  for (let halving = 0; halving < 100; halving += 1) {
    const middle = (low + high) / 2;
    if (weighted(sections, middle).Q > df) low = middle;
    else high = middle;
  }
  return high;
}

/** [M22] [S30] Differences of sections with one kind of experiment together; the kind of most. Null for fewer than five. */
export function pooledExperiments(all: readonly (SectionExperiment | undefined)[]): Comparison["experiment"] {
  const told = all.flatMap((each) => (each && each.se > 0 ? [each] : []));
  const kinds = [...new Set(told.map(({ kind }) => kind))];
  const of = (kind: string) => told.filter((each) => each.kind === kind);
  const [kind] = kinds.sort((one, other) => of(other).length - of(one).length);
  if (!kind) return null;
  const pooled = pooledMean(of(kind).map(({ difference, se }) => ({ mean: difference, sd: se })));
  return pooled && { kind, k: of(kind).length, ...pooled };
}
