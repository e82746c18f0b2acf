/** [P1] The phases that no activity adds, in order. The vote after reading is one that only some sessions have. */
export const CORE_PHASES = [
  "lobby",
  "before",
  "reading",
  "reading-vote",
  "rebuttal",
  "after",
  "results",
  "closed",
] as const;
export type CorePhase = (typeof CORE_PHASES)[number];
