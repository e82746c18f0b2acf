import { isOpen } from "#debate/activities/open.ts";
import { namesPartners, type OwnPair, pairsBy, votedInTime } from "#debate/activities/pairs/rules.ts";
import { personFor } from "#debate/rules/identity.ts";
import type { PairStore } from "#server/activities/pairs/table-rows.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { time } from "#server/sessions/export-rows.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** [P26] Where a student sits in pairs, and with whom; null in any other phase, and without a place. */
export async function ownPair(
  { store }: Pick<Dependencies, "store">,
  session: SessionRecord,
  participantId: string,
): Promise<OwnPair | null> {
  if (!isOpen("pairs", session)) return null;
  const [pair, ballots] = await Promise.all([
    store.pairs.ofSeat(participantId),
    store.ballots.ofParticipant(participantId),
  ]);
  if (pair === null || pair === "away") return pair;
  const {
    settings,
    ofActivities: { pairing },
  } = session;
  const { identity } = settings;
  const nameOf = (name = "") => personFor("class", identity, { id: "", name, realName: null }).name ?? "";
  const isNamed = namesPartners(settings);
  const seesSides = pairing !== undefined && votedInTime(ballots ?? [], pairing);
  const { lines, ...table } = pair;
  return {
    ...table,
    partners: table.partners.map(({ place, name, choice = null }) => ({
      place,
      ...(isNamed && { name: nameOf(name) }),
      ...(seesSides && { choice }),
    })),
    ...(pairsBy(settings) === "text" && {
      lines: lines?.map((line) => (line.by === "you" ? line : { ...line, by: nameOf(line.by) })) ?? [],
    }),
  };
}

/** [G1] */
export function fileOfPairs({ seat, request, lines }: Awaited<ReturnType<PairStore["everythingOf"]>>) {
  return {
    pair: seat && {
      table: seat.tableNumber,
      since: time(Number(seat.since)),
      away: seat.groupId === null,
    },
    pairRequest: request && { state: request.state, at: time(Number(request.at)) },
    pairLines: lines.map(({ id, body, status, at }) => ({ id, body, status, at: time(Number(at)) })),
  };
}
