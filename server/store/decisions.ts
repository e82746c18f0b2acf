import { type Actor, standings } from "#debate/rules/moderation.ts";
import { REBUTTAL_STATUSES, type RebuttalStatus } from "#debate/rules/rebuttals.ts";
import { accept, type Result } from "#debate/rules/result.ts";
import type { Transaction } from "#server/store/database.ts";
import { newestAbout, recordAll } from "#server/store/events.ts";
import { bump } from "#server/store/sessions.ts";
import { clearWall } from "#server/store/wall.ts";

/** Who decides, in which session, and when in milliseconds since the epoch. */
export type Deciding = { sessionId: string; actor: Actor; at: number };
/** Where decisions are in the log, the seats that they took away or gave back, and those whose reports they are about. */
export type Decision = { entries: number[]; seats: string[]; reporters: string[] };
/** What was decided, and which rebuttals of the session it touches. */
export type Decided = { entries: number[]; seats: string[]; rebuttals: string[] };
export const NOTHING: Decision = { entries: [], seats: [], reporters: [] };

/** Null where the seat is not one that was taken away. */
export async function giveBack(
  transaction: Transaction,
  deciding: Deciding,
  participantId: string,
): Promise<Decided | null> {
  const { count } = await transaction.participant.updateMany({
    // [G4] Of a seat that was deleted since, only its number is left, with a zero here: it stays away.
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
  const entries = await recordAll(
    transaction,
    ids.map((detail) => ({ ...deciding, kind, detail })),
  );
  const seats = { participantId: { in: ids } };
  await transaction.rebuttal.updateMany({ where: seats, data: { downWithSeat: kind === "removed" } });
  // The room hears the new count of what these seats had endorsed, too.
  const touched = await transaction.rebuttal.findMany({
    where: { OR: [seats, { endorsements: { some: seats } }] },
    select: { id: true },
  });
  return { entries: [...entries.values()], seats: ids, rebuttals: touched.map(({ id }) => id) };
}

/** Nothing was to be decided: the decision before stands. */
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
 * [R8] Stores what readers get of the rebuttals of a session after decisions about some of them, as news for its
 * rooms. Answers which seats had reported one of those that changed.
 */
export async function settled(
  transaction: Transaction,
  sessionId: string,
  { rebuttals: ids, ...decided }: Decided,
): Promise<Decision> {
  const rows = await transaction.rebuttal.findMany({
    where: { sessionId },
    select: { id: true, replyTo: true, decision: true, downWithSeat: true, status: true },
  });
  const found = standings(rows.map((row) => ({ ...row, decision: row.decision as RebuttalStatus })));
  const touched = new Set(ids);
  const news = rows.filter(({ id, status }) => touched.has(id) || found.get(id)?.status !== status);
  const changed = await bump(transaction, sessionId);
  for (const status of REBUTTAL_STATUSES) {
    const all = news.filter(({ id }) => found.get(id)?.status === status).map(({ id }) => id);
    if (all.length > 0)
      await transaction.rebuttal.updateMany({ where: { id: { in: all } }, data: { status, changed } });
  }
  await clearWall(transaction, sessionId);
  const reports = await transaction.report.findMany({
    where: { rebuttalId: { in: news.map(({ id }) => id) } },
    distinct: ["participantId"],
    select: { participantId: true },
  });
  return { ...decided, reporters: reports.map(({ participantId }) => participantId) };
}
