import { isOpen } from "#debate/activities/open.ts";
import type { pairs } from "#debate/activities/pairs/messages.ts";
import { namesPartners } from "#debate/activities/pairs/rules.ts";
import { present } from "#debate/rules/present.ts";
import type { ActivityUse } from "#server/activities/activity-use.ts";
import { moderatePairLine, readPairLines, sayToPartner } from "#server/activities/pairs/lines.ts";
import { answerPartner, decideMissing, missPartner } from "#server/activities/pairs/missing-partner.ts";
import { fileOfPairs, ownPair } from "#server/activities/pairs/own-pair.ts";
import { controlPairs, joinPairs, mendPairs } from "#server/activities/pairs/pairing.ts";
import type { PairRecords } from "#server/activities/pairs/table-rows.ts";
import { type NamedPeople, type Rows, tabular, time } from "#server/sessions/export-rows.ts";

export const pairsUse = {
  uses: {
    "pairs:join": joinPairs,
    "pairs:missing": missPartner,
    "pairs:here": answerPartner,
    "pairs:say": sayToPartner,
    "host:pairs": (parts, { sessionId }, { act }) => controlPairs(parts, sessionId, act),
    "host:pairs-missing": (parts, { sessionId }, decision) => decideMissing(parts, sessionId, decision),
    "host:pair-lines": (parts, { sessionId }, { table }) => readPairLines(parts, sessionId, table),
    "host:pair-line": (parts, { sessionId }, decision) => moderatePairLine(parts, sessionId, decision),
  },
  mine: async (parts, session, participantId) =>
    present({ pair: await ownPair(parts, session, participantId) }),
  async seats({ store }, session, role) {
    // [P40] An assistant who looks at a table must not know the pseudonyms of those who sit there.
    const tells = isOpen("pairs", session) && (role === "host" || namesPartners(session.settings));
    if (!tells) return new Map();
    return new Map([...(await store.pairs.tables(session.id))].map(([id, table]) => [id, { table }]));
  },
  async moved(parts, { id, phase, ofActivities: { pairing } }) {
    if (phase !== "pairs" || !pairing) return [];
    await mendPairs(parts, id); // [P24] partners may have left meanwhile
    return parts.store.pairs.people(id);
  },
  left: mendPairs,
  ownFile: async ({ store }, participantId) => fileOfPairs(await store.pairs.everythingOf(participantId)),
  tables: {
    pairs: {
      order: ["group", "participant"],
      rows: async ({ store }, { id }, people) => pairRows(await store.pairs.ofSession(id), people),
    },
    pairLines: {
      order: ["group"],
      rows: async ({ store }, { id }, people) => pairLineRows(await store.pairs.ofSession(id), people),
    },
  },
} as const satisfies ActivityUse<typeof pairs.sends>;

/** [P28] Who sat with whom; none in an anonymous session, which has no pairs. */
function pairRows({ seats }: PairRecords, people: NamedPeople): Rows {
  return tabular(
    [...people.columns, "group", "table", "away"],
    seats.map(({ participantId, groupId, tableNumber }) => ({
      ...people.of(participantId),
      ...{ group: groupId, table: tableNumber, away: groupId === null },
    })),
  );
}

function pairLineRows({ lines }: PairRecords, people: NamedPeople): Rows {
  return tabular(
    [...people.columns, "id", "group", "body", "status", "at"],
    lines.map(({ participantId, id, groupId, body, status, at }) => ({
      ...people.of(participantId),
      ...{ id, group: groupId, body, status, at: time(Number(at)) },
    })),
  );
}
