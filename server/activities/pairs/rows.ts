import { isOpen } from "#debate/activities/open.ts";
import type { ActivityRows } from "#server/activities/activity-rows.ts";
import { countPairs } from "#server/activities/pairs/counts.ts";
import { erasePairLines, partnersOf } from "#server/activities/pairs/erasure.ts";
import { endRequests } from "#server/activities/pairs/request-rows.ts";
import { pairStore } from "#server/activities/pairs/table-rows.ts";

export const pairsRows = {
  tables: (database) => ({ pairs: pairStore(database) }),
  count: async (database, session) => ({ pairs: await countPairs(database, session) }),
  onPhones: ({ ofActivities: { pairing } }) => ({ pairs: { ...pairing } }),
  erase: erasePairLines,
  leaves: async (transaction, { seats, isDeleted }) => (isDeleted ? partnersOf(transaction, seats) : []),
  moves: async (transaction, session) => {
    if (isOpen("pairs", session)) await endRequests(transaction, session.id);
    // [P25] Whoever sat together still does when the class comes back; the script begins anew.
    const isScripted = session.ofActivities.pairing?.startedAt !== undefined;
    return isScripted ? { columns: { scriptAt: null } } : {};
  },
} as const satisfies ActivityRows;
