import { JAPAN_RUSSIA } from "#debate/content/built-in/japan-russia.ts";
import type { Debate } from "#debate/content/debate.ts";

/** The debate that examples, rehearsals and checks use. */
export const BUILT_IN_DEBATE: Debate = JAPAN_RUSSIA;

/** The debates that every installation starts with. */
export const BUILT_IN_DEBATES: readonly Debate[] = [JAPAN_RUSSIA];
