import { markedAmong } from "#debate/counting/distributions.ts";
import { allSteps, peopleIn, STEPS, type Step, type Steps } from "#debate/counting/margin.ts";
import { seeded, seedOf } from "#debate/counting/seeded.ts";

/** How often everyone is dealt to the sections anew. */
export const DEALS = 9_999;
/** [L15] Work yields after so many deals, which take about a millisecond with 20 sections. */
const DEALS_AT_ONCE = 25;
/** Sums of doubles may differ by as much in two deals that are equally uneven. */
const ROUNDING = 1e-9;

/**
 * [S20] A permutation test: the share (0..1) of deals, with everyone's step dealt by lot to sections of the same sizes, in which
 * `apart` is at least as large as in the sections themselves, which count as one more deal. Null for fewer than two.
 */
export function* chanceInSlices(
  sections: readonly Steps[],
  apart: (sections: readonly Steps[]) => number,
  deals: number,
): Generator<void, number | null> {
  if (sections.length < 2) return null;
  // [S21] In an order of their own, from which the seed follows: the order of the codes changes nothing.
  const ordered = sections.toSorted(byCounts);
  const deal = dealer(ordered, seeded(seedOf(ordered.flatMap((steps) => STEPS.map((step) => steps[step])))));
  const least = apart(ordered) * (1 - ROUNDING) - ROUNDING;
  let asUneven = 1;
  for (let dealt = 1; dealt <= deals; dealt += 1) {
    if (apart(deal()) >= least) asUneven += 1;
    if (dealt % DEALS_AT_ONCE === 0) yield;
  }
  return asUneven / (deals + 1);
}

function byCounts(one: Steps, other: Steps): number {
  const differing = STEPS.find((step) => one[step] !== other[step]);
  return differing === undefined ? 0 : one[differing] - other[differing];
}

/** Deals everyone's step by lot to sections of the same sizes. */
function dealer(sections: readonly Steps[], draw: () => number): () => Steps[] {
  const all = allSteps(sections);
  const everyone = peopleIn(all);
  const sizes = sections.map(peopleIn);
  return () => {
    const left = { ...all };
    let people = everyone;
    return sizes.map((size) => {
      let [seats, others] = [size, people];
      people -= size;
      const take = (step: Step) => {
        const taken = markedAmong(seats, left[step], others, draw());
        others -= left[step];
        left[step] -= taken;
        seats -= taken;
        return taken;
      };
      return { "-2": take(-2), "-1": take(-1), 1: take(1), 2: take(2), 0: seats };
    });
  };
}
