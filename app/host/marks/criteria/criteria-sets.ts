import type { CriteriaDraft } from "#app/host/marks/criteria/criteria-draft.ts";
import { HIGHEST_LEVEL } from "#debate/rules/mark-limits.ts";

/** [Q20] Criteria that come with the program; their words are in `marks.sets`. */
const SETS = {
  argument: ["claim", "evidence", "reasoning", "answer"],
  discussion: ["taking", "listening", "building", "respect"],
} as const;
export const CRITERIA_SETS = Object.keys(SETS) as (keyof typeof SETS)[];
export type CriteriaSet = keyof typeof SETS;
export type CriteriaSets = Record<CriteriaSet, CriteriaDraft[]>;

const LEVELS = Array.from({ length: HIGHEST_LEVEL + 1 }, (_, level) => level);

/** `t`: the words of `marks.sets`, in the language of the session. */
export function criteriaSets(t: (key: never) => string): CriteriaSets {
  const wordsOf = (key: string) => t(key as never);
  const setOf = (set: CriteriaSet) =>
    SETS[set].map((each) => ({
      name: wordsOf(`${each}.name`),
      levels: LEVELS.map((level) => wordsOf(`${each}.${level}`)),
    }));
  return { argument: setOf("argument"), discussion: setOf("discussion") };
}
