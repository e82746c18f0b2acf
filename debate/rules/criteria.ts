import type { Criterion } from "#debate/protocol/answers/mark-answers.ts";
import { HIGHEST_LEVEL } from "#debate/rules/mark-limits.ts";

/** By the id of the criterion. */
export type Levels = Readonly<Record<string, number>>;
type Given = Omit<Criterion, "id"> & { id?: string | undefined };

/**
 * [Q20] The criteria in the given order. Those that are known keep their ids: by id, or else by name, so that a request sent twice makes
 * no new ones. `draw` makes the others.
 */
export function settledCriteria(
  given: readonly Given[],
  known: readonly Criterion[],
  draw: () => string,
): Criterion[] {
  const used = new Set<string>();
  const take = (id: string | undefined) => {
    if (id === undefined || used.has(id)) return undefined;
    used.add(id);
    return id;
  };
  const byId = given.map(({ id }) => take(known.find((each) => each.id === id)?.id));
  return given.map(({ name, levels }, place) => {
    const named = () => take(known.find((each) => each.name === name && !used.has(each.id))?.id);
    return { id: byId[place] ?? named() ?? draw(), name, levels };
  });
}

/** Levels of these criteria alone, in their order. */
export function levelsOf(criteria: readonly Criterion[], levels: Levels): Record<string, number> {
  return Object.fromEntries(
    criteria.flatMap(({ id }) => (levels[id] === undefined ? [] : [[id, levels[id]]])),
  );
}

/** [Q25] The sum of all levels; null while one is missing, which would count as 0. */
export function totalOf(criteria: readonly Criterion[], levels: Levels): number | null {
  const given = criteria.flatMap(({ id }) => levels[id] ?? []);
  return criteria.length === 0 || given.length < criteria.length
    ? null
    : given.reduce((sum, level) => sum + level, 0);
}

export const highestTotal = (criteria: readonly Criterion[]): number => criteria.length * HIGHEST_LEVEL;
