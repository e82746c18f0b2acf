import { OPPOSITE, type Side } from "#debate/rules/choices.ts";

/** [M23] What an instructor can find out with a class: which half does what first. */
export const EXPERIMENTS = ["order", "switch", "arguing"] as const;
export type ExperimentKind = (typeof EXPERIMENTS)[number];

/** `order`: `a` begins with For. `switch`: `a` writes before the last vote. `arguing`: `a` votes after arguing. */
export const ARMS = ["a", "b"] as const;
export type Arm = (typeof ARMS)[number];

/** [M24] By the first vote, or in `order` everyone. `none`: who did not vote first, and is analyzed nowhere. */
export const STRATA = ["all", "for", "against", "undecided", "none"] as const;
export type Stratum = (typeof STRATA)[number];

/** [M23] The phases in which `switch` writes. */
export const FIRST_WRITING = "switch-first";
export const LATER_WRITING = "switch-later";

/** [M25] The fewest people in each arm for a result. */
export const LEAST_ARM = 8;

/** The side that a phone of `order` begins with. */
export const beginsWith = (arm: Arm): Side => (arm === "a" ? "for" : "against");

/** The phase in which an arm of `switch` writes. */
export const writesIn = (arm: Arm): typeof FIRST_WRITING | typeof LATER_WRITING =>
  arm === "a" ? FIRST_WRITING : LATER_WRITING;

/** [M28] The side for which someone of `switch` writes, by the first vote; an undecided student chooses. */
export const sideToWrite = (stratum: Stratum, chosen: Side | undefined): Side | undefined =>
  stratum === "for" || stratum === "against" ? OPPOSITE[stratum] : chosen;
