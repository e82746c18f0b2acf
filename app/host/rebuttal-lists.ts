import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** What waits for the host: unapproved ones and reported ones, the longest waiting first. */
export function waiting(rebuttals: Iterable<Rebuttal>): Rebuttal[] {
  return [...rebuttals]
    .filter(
      ({ status, reports }) => status === "pending" || (status === "published" && (reports?.length ?? 0) > 0),
    )
    .sort((one, other) => one.at - other.at);
}

/**
 * The same list in the order in which its reader last saw it, what is new at the end: nothing may jump
 * under a hand that is about to press.
 */
export function held(list: readonly Rebuttal[], seen: readonly string[]): Rebuttal[] {
  const places = new Map(seen.map((id, place) => [id, place]));
  const placeOf = ({ id }: Rebuttal) => places.get(id) ?? Number.MAX_SAFE_INTEGER;
  return [...list].sort((one, other) => placeOf(one) - placeOf(other));
}
