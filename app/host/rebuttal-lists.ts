import type { Order } from "#app/shared/orders.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/**
 * The rebuttals as the host reads them, without those that wait for approval, which have a place of their own.
 * Unanswered: published ones that no published rebuttal replies to, oldest first.
 */
export function ordered(rebuttals: Iterable<Rebuttal>, order: Order): Rebuttal[] {
  const all = [...rebuttals].filter(({ status }) => status !== "pending");
  const best = (one: Rebuttal, other: Rebuttal) => one.rank - other.rank;
  if (order === "best") return all.sort(best);
  if (order === "endorsed")
    return all.sort((one, other) => other.endorsements - one.endorsements || best(one, other));
  if (order === "newest") return all.sort((one, other) => other.at - one.at);
  const answered = new Set(all.filter(isPublished).map(({ replyTo }) => replyTo));
  return all
    .filter((rebuttal) => isPublished(rebuttal) && !answered.has(rebuttal.id))
    .sort((one, other) => one.at - other.at);
}

function isPublished({ status }: Rebuttal): boolean {
  return status === "published";
}

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
