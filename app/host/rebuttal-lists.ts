import type { OnWall, Rebuttal } from "#debate/rules/snapshot.ts";

/** So many rebuttals of a list are drawn before more are asked for. */
export const AT_FIRST = 60;

/** What waits for the host: unapproved ones and reported ones, the oldest first. */
export function waiting(rebuttals: Iterable<Rebuttal>): Rebuttal[] {
  return [...rebuttals]
    .filter(
      ({ status, reports }) => status === "pending" || (status === "published" && (reports?.length ?? 0) > 0),
    )
    .sort((one, other) => one.at - other.at);
}

/**
 * The list in the order in which its reader last saw it, new ones at the end: nothing may jump
 * under a hand that is about to press.
 */
export function held(list: readonly Rebuttal[], seen: readonly string[]): Rebuttal[] {
  const places = new Map(seen.map((id, place) => [id, place]));
  const placeOf = ({ id }: Rebuttal) => places.get(id) ?? Number.MAX_SAFE_INTEGER;
  return [...list].sort((one, other) => placeOf(one) - placeOf(other));
}

/** [R39] What the class reads first, what it does not read last. */
export function withHiddenLast(list: readonly Rebuttal[]): Rebuttal[] {
  const isRead = ({ status }: Rebuttal) => status === "published";
  return [...list.filter(isRead), ...list.filter((rebuttal) => !isRead(rebuttal))];
}

/** [R21] Which of its words these are, as messages about them say; 0 if they were never changed. */
export const editionOf = ({ edition = 0 }: Pick<Rebuttal, "edition">): number => edition;

/** [R21] By which words a rebuttal and its replies go on the wall; nothing about those that have not arrived here. */
export function editionsOnWall(
  show: OnWall | null,
  rebuttals: ReadonlyMap<string, Rebuttal>,
): { edition?: number; editions?: number[] } {
  if (show === null || typeof show === "string" || !("rebuttalId" in show)) return {};
  const rebuttal = rebuttals.get(show.rebuttalId);
  const replies = show.replies?.flatMap((id) => rebuttals.get(id) ?? []);
  return {
    ...(rebuttal && { edition: editionOf(rebuttal) }),
    ...(replies && replies.length === show.replies?.length && { editions: replies.map(editionOf) }),
  };
}

/** The ids of ticked rebuttals, each with the edition of the words that were read. */
export type Ticked = ReadonlyMap<string, number>;

/** [R26] The ticked ones that still exist, but for those whose words have changed since. */
export function tickedAmong(
  ticked: Ticked,
  rebuttals: ReadonlyMap<string, Rebuttal>,
): { picked: Rebuttal[]; changed: string[] } {
  const known = [...ticked.keys()].flatMap((id) => rebuttals.get(id) ?? []);
  const isAsRead = (rebuttal: Rebuttal) => editionOf(rebuttal) === ticked.get(rebuttal.id);
  return {
    picked: known.filter(isAsRead),
    changed: known.filter((rebuttal) => !isAsRead(rebuttal)).map(({ id }) => id),
  };
}
