import type { ActivityRows } from "#server/activities/activity-rows.ts";
import { steelmanCounterparts } from "#server/activities/steelman/counterparts.ts";
import { countSteelmen, recountRaters } from "#server/activities/steelman/counts.ts";
import { eraseSteelmanWords, takeRatingsBack } from "#server/activities/steelman/erasure.ts";
import { hideSteelmenOf } from "#server/activities/steelman/hidden.ts";
import { steelmanTable, steelmenPeople } from "#server/activities/steelman/table.ts";
import type { Transaction } from "#server/store/database.ts";

/** [B4] Texts of these seats, and what they said of others', are no longer told, or told again. */
async function seatsChanged(transaction: Transaction, seats: string[]): Promise<string[]> {
  await recountRaters(transaction, seats);
  return steelmanCounterparts(transaction, seats);
}

export const steelmanRows = {
  tables: (database) => ({ steelmen: steelmanTable(database) }),
  count: async (database, { id }) => ({ steelman: await countSteelmen(database, id) }),
  erase: eraseSteelmanWords,
  async leaves(transaction, { seats, isDeleted }) {
    if (!isDeleted) return seatsChanged(transaction, seats);
    const told: string[] = [];
    for (const seat of seats) told.push(...(await takeRatingsBack(transaction, seat)));
    return told;
  },
  returns: seatsChanged,
  hides: hideSteelmenOf,
  /** Phones keep what they were told of these in no phase but this one and later ones: those who have something hear of it. */
  async moves(transaction, { id }, { phase }) {
    return phase === "steelman" ? { seats: await steelmenPeople(transaction, id) } : {};
  },
} as const satisfies ActivityRows;
