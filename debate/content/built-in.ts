import { CAR_FREE } from "#debate/content/built-in/car-free.ts";
import { CAR_FREE_JA } from "#debate/content/built-in/car-free-ja.ts";
import { JAPAN_RUSSIA } from "#debate/content/built-in/japan-russia.ts";
import { SCHOOL_START } from "#debate/content/built-in/school-start.ts";
import { SCHOOL_START_JA } from "#debate/content/built-in/school-start-ja.ts";
import type { Debate } from "#debate/content/debate.ts";

/** The debate that examples, rehearsals and checks use. */
export const BUILT_IN_DEBATE: Debate = JAPAN_RUSSIA;

/** [D37] The debates that every installation starts with. */
export const BUILT_IN_DEBATES: readonly Debate[] = [
  JAPAN_RUSSIA,
  SCHOOL_START,
  CAR_FREE,
  SCHOOL_START_JA,
  CAR_FREE_JA,
];

export function builtInDebate(id: string): Debate | undefined {
  return BUILT_IN_DEBATES.find((debate) => debate.id === id);
}
