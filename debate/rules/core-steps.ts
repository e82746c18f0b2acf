/** [V14] The steps of a staged reveal that no activity adds, in order. */
export const CORE_STEPS = ["covered", "before", "flow", "verdict", "chance", "moved", "open"] as const;
export type CoreStep = (typeof CORE_STEPS)[number];

/** The first step that shows anything. */
export const FIRST_SHOWN = "before" satisfies CoreStep;

/** [V14] The pictures of the results that no activity adds, each with the step from which on it can be put on the wall. */
export const CORE_CHARTS = [
  { name: "flow", step: "flow" },
  { name: "swing", step: "verdict" },
  { name: "chance", step: "chance" },
] as const satisfies readonly { name: string; step: CoreStep }[];
