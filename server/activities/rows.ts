// What all activities store, in the order of the lesson.
import type { ActivityName, ActivityRoom } from "#debate/activities/index.ts";
import { merged } from "#debate/activities/merged.ts";
import { isOpen } from "#debate/activities/open.ts";
import type { ActivityRows, Erased } from "#server/activities/activity-rows.ts";
import { exitTicketRows } from "#server/activities/exit-ticket/rows.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

const ROWS = { exitTicket: exitTicketRows } as const satisfies Partial<Record<ActivityName, ActivityRows>>;
const ALL = Object.values(ROWS);

export const activityTables = (database: Database) => merged(ALL.map(({ tables }) => tables(database)));

export async function countActivities(database: Database, session: SessionRecord): Promise<ActivityRoom> {
  const counted: ActivityRoom = {};
  for (const [name, { count }] of Object.entries(ROWS))
    if (isOpen(name as ActivityName, session)) Object.assign(counted, await count(database, session));
  return counted;
}

/** [G2] Deletes what a seat wrote in all activities. */
export async function eraseActivities(transaction: Transaction, participantId: string): Promise<Erased> {
  const all: Erased = { written: 0, seats: [] };
  for (const { erase } of ALL) {
    const { written, seats } = await erase(transaction, participantId);
    all.written += written;
    all.seats.push(...seats);
  }
  return all;
}

/** [Z17] */
export async function unlinkActivities(transaction: Transaction, participantId: string): Promise<void> {
  for (const { unlink } of ALL) await unlink(transaction, participantId);
}
