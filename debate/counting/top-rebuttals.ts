import type { Results } from "#debate/counting/results.ts";

/** The rebuttals that a page has room for: those that moved most votes, then common ground, then as in the results. */
export function topRebuttals(
  { rebuttals, commonGround }: Pick<Results, "rebuttals" | "commonGround">,
  room = rebuttals.length,
): Results["rebuttals"] {
  const shared = new Set(commonGround);
  return [...rebuttals]
    .sort(
      (one, other) =>
        (other.credits ?? 0) - (one.credits ?? 0) ||
        Number(shared.has(other.id)) - Number(shared.has(one.id)),
    )
    .slice(0, room);
}
