import type { HiddenInActivities } from "#debate/activities/messages.ts";
import { standings } from "#debate/rules/moderation.ts";
import { REBUTTAL_STATUSES, type RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";
import { accept, type Result } from "#debate/rules/result.ts";
import { leaveActivities, returnToActivities } from "#server/activities/rows.ts";
import type { Transaction } from "#server/store/database.ts";
import type { Deciding } from "#server/store/moderation/deciding.ts";
import { newestAbout, recordAll } from "#server/store/sessions/events.ts";
import { bump } from "#server/store/sessions/session-version.ts";
import { clearWall } from "#server/store/sessions/wall.ts";

/**
 * `entries`: of the log. `seats`: removed or restored. `notified`: seats whose own state changed. `hidden`: what activities have hidden,
 * without log entries.
 */
export type Decision = {
  entries: number[];
  seats: string[];
  notified: string[];
  hidden?: HiddenInActivities;
};
/**
 * `unmerged`: rebuttals that are no longer merged. `notified`: seats whose own state changed, besides those that `settled` finds.
 */
export type Decided = {
  entries: number[];
  seats: string[];
  rebuttals: string[];
  unmerged?: string[];
  notified?: string[];
  hidden?: HiddenInActivities;
};
export const NOTHING: Decision = { entries: [], seats: [], notified: [] };

/** Restores a removed seat; null if the seat was not removed. */
export async function giveBack(
  transaction: Transaction,
  deciding: Deciding,
  participantId: string,
): Promise<Decided | null> {
  const { count } = await transaction.participant.updateMany({
    // [G4] A seat that was deleted since is only a number, with a zero here, and stays out.
    where: { id: participantId, sessionId: deciding.sessionId, removedAt: { gt: 0n } },
    data: { removedAt: null },
  });
  return count === 0 ? null : seatsChanged(transaction, deciding, [participantId], "restored");
}

export async function seatsChanged(
  transaction: Transaction,
  deciding: Deciding,
  ids: string[],
  kind: "removed" | "restored",
): Promise<Decided> {
  const { sessionId, at } = deciding;
  // [B4] Hides or restores what they have in activities.
  const notified =
    kind === "removed"
      ? await leaveActivities(transaction, { sessionId, seats: ids, at, isDeleted: false })
      : await returnToActivities(transaction, ids);
  const entries = await recordAll(
    transaction,
    ids.map((detail) => ({ ...deciding, kind, detail })),
  );
  const seats = { participantId: { in: ids } };
  await transaction.rebuttal.updateMany({ where: seats, data: { downWithSeat: kind === "removed" } });
  // The counts of rebuttals that these seats had endorsed change too.
  const touched = await transaction.rebuttal.findMany({
    where: { OR: [seats, { endorsements: { some: seats } }] },
    select: { id: true },
  });
  return { entries: [...entries.values()], seats: ids, rebuttals: touched.map(({ id }) => id), notified };
}

/** If a decision changes nothing, returns the previous one. */
export async function unchanged(
  transaction: Transaction,
  sessionId: string,
  target: string,
): Promise<Result<Decision>> {
  const newest = await newestAbout(transaction, sessionId, target);
  return accept({ ...NOTHING, entries: newest ? [newest.id] : [] });
}

export async function decided(transaction: Transaction, sessionId: string, id: string) {
  const row = await transaction.rebuttal.findUnique({
    where: { id, sessionId },
    include: { participant: { select: { removedAt: true } } },
  });
  return row && { ...row, decision: row.decision as RebuttalStatus };
}

/**
 * [R8] Updates the status of a session's rebuttals after decisions about some of them, as changes for its rooms.
 * Adds the seats that had reported one of those that changed, [R30] or endorsed or credited one that is or was merged.
 */
export async function settled(
  transaction: Transaction,
  sessionId: string,
  { rebuttals: ids, unmerged = [], notified = [], ...decided }: Decided,
): Promise<Decision> {
  const rows = await transaction.rebuttal.findMany({
    where: { sessionId },
    select: { id: true, replyTo: true, mergedInto: true, decision: true, downWithSeat: true, status: true },
  });
  const found = standings(rows.map((row) => ({ ...row, decision: row.decision as RebuttalStatus })));
  const touched = new Set(ids);
  for (const { id, status } of rows) if (found.get(id)?.status !== status) touched.add(id);
  for (const id of besideMerged(rows, touched)) touched.add(id);
  const news = rows.filter(({ id }) => touched.has(id));
  const changed = await bump(transaction, sessionId);
  for (const status of REBUTTAL_STATUSES) {
    const all = news.filter(({ id }) => found.get(id)?.status === status).map(({ id }) => id);
    if (all.length > 0)
      await transaction.rebuttal.updateMany({ where: { id: { in: all } }, data: { status, changed } });
  }
  const linked = rows.map((row) => ({ ...row, downWith: found.get(row.id)?.downWith }));
  await clearWall(transaction, sessionId, { linked });
  const who = { distinct: ["participantId" as const], select: { participantId: true } };
  const reports = await transaction.report.findMany({
    where: { rebuttalId: { in: news.map(({ id }) => id) } },
    ...who,
  });
  const merged = [...unmerged, ...news.filter(({ mergedInto }) => mergedInto !== null).map(({ id }) => id)];
  const endorsements =
    merged.length === 0
      ? []
      : await transaction.endorsement.findMany({ where: { rebuttalId: { in: merged } }, ...who });
  const credits =
    merged.length === 0
      ? []
      : await transaction.ballot.findMany({ where: { sessionId, creditRebuttal: { in: merged } }, ...who });
  const concerned = [...reports, ...endorsements, ...credits].map(({ participantId }) => participantId);
  return { ...decided, notified: [...new Set([...notified, ...concerned])] };
}

type Linked = { id: string; replyTo: string | null; mergedInto: string | null };

/**
 * [R30] Rebuttals that change with these: the head of a merged one, whose counts depend on it, and its replies, which stand under the
 * head.
 */
function besideMerged(rows: readonly Linked[], touched: ReadonlySet<string>): string[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const merged = new Set<string>();
  const beside: string[] = [];
  for (const id of touched) {
    for (let row = byId.get(id); row?.mergedInto && !merged.has(row.id); row = byId.get(row.mergedInto)) {
      merged.add(row.id);
      beside.push(row.mergedInto);
    }
  }
  if (merged.size === 0) return [];
  return [...beside, ...rows.filter(({ replyTo }) => merged.has(replyTo ?? "")).map(({ id }) => id)];
}
