import { type Halves, simulateStudies } from "#debate/counting/power.ts";
import type { Study } from "#debate/counting/study.ts";
import { armAt } from "#server/activities/experiment/allocation.ts";

/** How often (0..1) lines cover the truth, and exclude 0. */
export type Proof = { covers: number; finds: number };

/** [M19] [M22] [M24] Simulates studies with the allocation of real sessions. */
export function prove(study: Study, runs: number, draw: () => number): Proof {
  const { told, covers, finds } = simulateStudies(study, runs, draw, { halves: () => bySeed(`${draw()}`) });
  return { covers: covers / told, finds: finds / told };
}

function bySeed(seed: string): ReturnType<Halves> {
  const places = new Map<string, number>();
  return (stratum) => {
    const place = (places.get(stratum) ?? 0) + 1;
    places.set(stratum, place);
    return armAt(seed, stratum as Parameters<typeof armAt>[1], place);
  };
}
