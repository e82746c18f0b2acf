import { receiveInSlices } from "#debate/counting/ranking.ts";
import { ROUNDS } from "#debate/rules/choices.ts";
import { inSlices } from "#server/platform/slices.ts";
import { cachedResults } from "#server/sessions/cached-results.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { type ExportRow, type Rows, tabular } from "#server/sessions/export-rows.ts";
import type { BallotRecord } from "#server/store/ballots/ballots.ts";
import type { ParticipantRecord } from "#server/store/seats/participants.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Reading = Pick<Dependencies, "store" | "ids">;
type Choices = Pick<BallotRecord, "round" | "choice">;

/**
 * [Z19] First and last vote of each person in an anonymous session, if its class sees the exact flow, which links no other votes.
 * Rows are numbered in the order of the choices: the order of seats would reveal whose row is whose.
 */
export async function unlinkedBallots(
  parts: Reading,
  session: SessionRecord,
): Promise<(Choices & { participantId: string })[]> {
  const { paired } = (await cachedResults(parts, session)).forHost;
  if (!paired.matrix) return [];
  const people = new Map<string, Choices[]>();
  for (const { participantId, round, choice } of await parts.store.ballots.ofSession(session.id)) {
    if (round !== paired.from && round !== paired.to) continue;
    people.set(participantId, [...(people.get(participantId) ?? []), { round, choice }]);
  }
  const ways = [...people.values()].map((ballots) =>
    ballots.sort((one, other) => ROUNDS.indexOf(one.round) - ROUNDS.indexOf(other.round)),
  );
  const key = (way: Choices[]) => way.map(({ round, choice }) => `${ROUNDS.indexOf(round)}${choice}`).join();
  return ways
    .sort((one, other) => (key(one) < key(other) ? -1 : 1))
    .flatMap((way, place) => way.map((ballot) => ({ participantId: String(place + 1), ...ballot })));
}

/** [Z19] How many people endorsed each published rebuttal (without its author) or read it (with the author) [K4]. */
export async function encounterTotals(
  { store }: Reading,
  { id }: SessionRecord,
  table: "endorsements" | "exposures",
): Promise<Rows> {
  const { endorsements, exposures } = await store.rebuttals.encounters(id);
  const published = (await store.rebuttals.ofSession(id))
    .filter(({ status }) => status === "published")
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  // As if all were in one camp.
  const received = await inSlices(receiveInSlices(published, endorsements, exposures, () => "undecided"));
  const withoutCamps: ExportRow =
    table === "endorsements"
      ? { for: null, against: null, undecided: null, noCamp: null }
      : { fewer: null, more: null };
  return tabular(
    ["rebuttal", ...Object.keys(withoutCamps), "people"],
    received.map(({ id, endorsements, exposed }) => ({
      rebuttal: id,
      ...withoutCamps,
      people: table === "endorsements" ? endorsements.undecided : exposed.undecided,
    })),
  );
}

/** [Z19] Seats as numbers, votes on paper last. */
export function numberedSeats(participants: readonly ParticipantRecord[]): Rows {
  return tabular(
    ["participant", "removed", "onPaper"],
    participants
      .map(({ removed, onPaper }) => ({ removed, onPaper }))
      .sort((one, other) => Number(one.onPaper) - Number(other.onPaper))
      .map((seat, place) => ({ participant: place + 1, ...seat })),
  );
}
