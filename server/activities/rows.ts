// What all activities store, in the order of the lesson.

import type { ActivityName, ActivityRoom } from "#debate/activities/index.ts";
import { merged } from "#debate/activities/merged.ts";
import type { HiddenInActivities } from "#debate/activities/messages.ts";
import { isOn, isOpen } from "#debate/activities/open.ts";
import type { StoredForResults } from "#debate/activities/results.ts";
import type { Debate } from "#debate/content/debate.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import type { ActivityRows, Erased, Leaving, Moved } from "#server/activities/activity-rows.ts";
import { comprehensionRows } from "#server/activities/comprehension/rows.ts";
import { exitTicketRows } from "#server/activities/exit-ticket/rows.ts";
import { experimentRows } from "#server/activities/experiment/rows.ts";
import { guessRows } from "#server/activities/guess/rows.ts";
import { pairsRows } from "#server/activities/pairs/rows.ts";
import { readingRows } from "#server/activities/reading/rows.ts";
import { speakingRows } from "#server/activities/speaking/rows.ts";
import { steelmanRows } from "#server/activities/steelman/rows.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import type { Deciding } from "#server/store/moderation/deciding.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

const ROWS = {
  experiment: experimentRows,
  reading: readingRows,
  comprehension: comprehensionRows,
  speaking: speakingRows,
  pairs: pairsRows,
  steelman: steelmanRows,
  guess: guessRows,
  exitTicket: exitTicketRows,
} as const satisfies Partial<Record<ActivityName, ActivityRows>>;
const ALL: readonly ActivityRows[] = Object.values(ROWS);

/** `of`: the database, for an activity. */
export const activityTables = (of: (activity: string) => Database) =>
  merged(Object.entries(ROWS).map(([name, { tables }]) => tables(of(name))));

export async function countActivities(database: Database, session: SessionRecord): Promise<ActivityRoom> {
  const counted: ActivityRoom = {};
  for (const [name, { count, countAlways }] of Object.entries<ActivityRows>(ROWS)) {
    if (isOpen(name as ActivityName, session)) Object.assign(counted, await count?.(database, session));
    if (isOn(name as ActivityName, session.settings))
      Object.assign(counted, await countAlways?.(database, session));
  }
  return counted;
}

export async function storedForResults(
  database: Database,
  session: SessionRecord,
): Promise<StoredForResults> {
  const stored: StoredForResults = {};
  for (const [name, { forResults }] of Object.entries<ActivityRows>(ROWS))
    if (isOn(name as ActivityName, session.settings))
      Object.assign(stored, await forResults?.(database, session));
  return stored;
}

export function activitiesOnPhones(session: SessionRecord): ActivityRoom {
  const shown: ActivityRoom = {};
  for (const [name, { onPhones }] of Object.entries<ActivityRows>(ROWS))
    if (isOpen(name as ActivityName, session)) Object.assign(shown, onPhones?.(session));
  return shown;
}

/** [G2] */
export async function eraseActivities(transaction: Transaction, participantId: string): Promise<Erased> {
  const all: Erased = { written: 0, seats: [] };
  for (const { erase } of ALL) {
    const { written = 0, seats = [] } = (await erase?.(transaction, participantId)) ?? {};
    all.written += written;
    all.seats.push(...seats);
  }
  return all;
}

export async function leaveActivities(transaction: Transaction, leaving: Leaving): Promise<string[]> {
  const seats: string[] = [];
  for (const { leaves } of ALL) seats.push(...((await leaves?.(transaction, leaving)) ?? []));
  return seats;
}

export async function returnToActivities(transaction: Transaction, restored: string[]): Promise<string[]> {
  const seats: string[] = [];
  for (const { returns } of ALL) seats.push(...((await returns?.(transaction, restored)) ?? []));
  return seats;
}

/** [Q10] The other seats whose own state has this one's name. */
export async function seesInActivities(transaction: Transaction, participantId: string): Promise<string[]> {
  const seats: string[] = [];
  for (const { sees } of ALL) seats.push(...((await sees?.(transaction, [participantId])) ?? []));
  return seats;
}

/** [R16] */
export async function hideInActivities(
  transaction: Transaction,
  deciding: Deciding,
  participantIds: string[],
): Promise<{ hidden: HiddenInActivities; notified: string[] }> {
  const all: { hidden: HiddenInActivities; notified: string[] } = { hidden: {}, notified: [] };
  for (const { hides } of ALL) {
    const { hidden, notified = [] } = (await hides?.(transaction, deciding, participantIds)) ?? {};
    Object.assign(all.hidden, hidden);
    all.notified.push(...notified);
  }
  return all;
}

export async function openActivities(
  transaction: Transaction,
  session: SessionRecord,
  debate: Debate,
  seed: string,
): Promise<void> {
  for (const [name, { opens }] of Object.entries<ActivityRows>(ROWS))
    if (isOn(name as ActivityName, session.settings)) await opens?.(transaction, session, debate, seed);
}

export async function moveActivities(
  transaction: Transaction,
  session: SessionRecord,
  to: { phase: Phase; at: number },
): Promise<Required<Moved>> {
  const all: Required<Moved> = { seats: [], columns: {} };
  for (const { moves } of ALL) {
    const { seats = [], columns } = (await moves?.(transaction, session, to)) ?? {};
    all.seats.push(...seats);
    Object.assign(all.columns, columns);
  }
  return all;
}

export async function keepCounts(
  transaction: Transaction,
  participantId: string,
  number: string,
): Promise<void> {
  for (const { keepCounts: keep } of ALL) await keep?.(transaction, participantId, number);
}

/** [Z17] */
export async function unlinkActivities(transaction: Transaction, participantId: string): Promise<void> {
  for (const { unlink } of ALL) await unlink?.(transaction, participantId);
}
