import type { ComponentType } from "react";
import { ExperimentForest } from "#app/activities/experiment/Forest.tsx";
import type { ActivityName } from "#debate/activities/index.ts";
import type { WideComparison } from "#debate/counting/sections.ts";

/** [S30] What comparisons show of activities, below the margins. */
export const COMPARED: readonly {
  name: ActivityName;
  Forest: ComponentType<{ comparison: WideComparison }>;
}[] = [{ name: "experiment", Forest: ExperimentForest }];
