import { personFor } from "#debate/rules/identity.ts";
import type { OwnPair } from "#debate/rules/pairs.ts";
import { hasPairs } from "#debate/rules/phases.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

/** [P26] Where a student sits in pairs, and with whom; null in any other phase, and without a place. */
export async function ownPair(
  { store }: Pick<Dependencies, "store">,
  session: SessionRecord,
  participantId: string,
): Promise<OwnPair | null> {
  if (!hasPairs(session)) return null;
  const pair = await store.pairs.ofSeat(participantId);
  if (pair === null || pair === "away") return pair;
  const { identity, pairsBy } = session.settings;
  const nameOf = (name: string) => personFor("class", identity, { id: "", name, realName: null }).name ?? "";
  const { lines, ...table } = pair;
  return {
    ...table,
    partners: table.partners.map((partner) => ({ ...partner, name: nameOf(partner.name) })),
    ...(pairsBy === "text" && {
      lines: lines?.map((line) => (line.by === "you" ? line : { ...line, by: nameOf(line.by) })) ?? [],
    }),
  };
}
