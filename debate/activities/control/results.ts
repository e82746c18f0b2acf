import type { ActivityResults, Counting } from "#debate/activities/activity-results.ts";
import type { Beyond } from "#debate/activities/control/rules.ts";
import { beyondOf } from "#debate/counting/arms.ts";
import { POSITION } from "#debate/counting/positions.ts";
import { LEAST_GROUP, type Voters } from "#debate/counting/tally.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { resultsPublic } from "#debate/rules/phases.ts";

/** [M42] The fewest people for a figure. */
const FEWEST = 8;

/** [M41] How much further each went on the debated resolution than on the other, in steps from -4 to 4. */
function stepsBeyond(voters: Voters): number[] {
  return [...voters.values()].flatMap(({ before, after }) => {
    if (!before?.control || !after?.control) return [];
    const debated = POSITION[after.choice] - POSITION[before.choice];
    return [debated - (POSITION[after.control] - POSITION[before.control])];
  });
}

/** [M42] Told from eight people on; in an anonymous session only if at least four of them took another step than most. */
function countBeyond({ voters, phase, isAnonymous }: Counting): Beyond | null {
  if (!resultsPublic(phase as Phase)) return null;
  const steps = stepsBeyond(voters);
  const alike = [...new Set(steps)].map((each) => steps.filter((step) => step === each).length);
  const isTold = steps.length >= FEWEST && (!isAnonymous || steps.length - Math.max(...alike) >= LEAST_GROUP);
  return isTold ? beyondOf(steps) : null;
}

export const controlResults = {
  part: "control",
  count: countBeyond,
  hides: "always",
  forHost: (beyond: Beyond, isFlowTold: boolean) => (isFlowTold ? beyond : null),
} as const satisfies ActivityResults;
