import { personFor } from "#debate/rules/identity.ts";
import { namesPartners, type OwnPair, pairsBy, votedInTime } from "#debate/rules/pairs.ts";
import { hasPairs } from "#debate/rules/phases.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { BallotRecord } from "#server/store/ballots.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

/** [P26] Where a student sits in pairs, and with whom; null in any other phase, and without a place. `cast`: their ballots. */
export async function ownPair(
  { store }: Pick<Dependencies, "store">,
  session: SessionRecord,
  participantId: string,
  cast: Promise<BallotRecord[] | null>,
): Promise<OwnPair | null> {
  if (!hasPairs(session)) return null;
  const [pair, ballots] = await Promise.all([store.pairs.ofSeat(participantId), cast]);
  if (pair === null || pair === "away") return pair;
  const { settings, pairing } = session;
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
