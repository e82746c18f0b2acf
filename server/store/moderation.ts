import {
  type Actor,
  DECISIONS,
  decisionAfter,
  isDecision,
  type Moderation,
  standings,
  TAKEN_BACK,
} from "#debate/rules/moderation.ts";
import { REBUTTAL_STATUSES, type RebuttalStatus } from "#debate/rules/rebuttals.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { record } from "#server/store/events.ts";
import { bump, clearWall } from "#server/store/sessions.ts";

/** Who decides, in which session, and when in milliseconds since the epoch. */
export type Deciding = { sessionId: string; actor: Actor; at: number };
/** A decision's place in the log, where there is one, and the seats whose reports it is about. */
export type Decision = { entry: number | null; reporters: string[] };

export function moderationStore({ write }: Database) {
  return {
    /** Decides about one rebuttal, which settles its reports. The same decision again changes nothing. */
    async moderate(deciding: Deciding, id: string, action: Moderation): Promise<Result<Decision>> {
      const { sessionId } = deciding;
      return write(async (transaction) => {
        const rebuttal = await decided(transaction, sessionId, id);
        if (!rebuttal) return refuse("not-found");
        const decision = decisionAfter(action, rebuttal.decision);
        const downWithSeat = decision !== "published" && rebuttal.downWithSeat;
        const open = { rebuttalId: id, settled: false };
        const isNews = decision !== rebuttal.decision || downWithSeat !== rebuttal.downWithSeat;
        if (!isNews && (await transaction.report.count({ where: open })) === 0)
          return accept({ entry: await newestAbout(transaction, sessionId, id), reporters: [] });
        const entry = await record(transaction, {
          ...deciding,
          kind: action,
          detail: id,
          was: rebuttal.decision,
        });
        await transaction.report.updateMany({ where: open, data: { settled: true, settledBy: entry } });
        await transaction.rebuttal.update({ where: { id }, data: { decision, downWithSeat } });
        return accept({ entry, reporters: await settle(transaction, sessionId, [id]) });
      }, sessionId);
    },

    /**
     * [R9] Takes the newest decision about a rebuttal or a seat back; `stale` where there is a newer one. `seats`:
     * whether those about seats can be.
     */
    async takeBack(
      deciding: Deciding,
      entry: number,
      { seats }: { seats: boolean },
    ): Promise<Result<Decision>> {
      const { sessionId } = deciding;
      return write(async (transaction) => {
        const event = await transaction.event.findUnique({ where: { id: entry } });
        if (event?.sessionId !== sessionId || !isDecision(event)) return refuse("not-found");
        const { kind, detail: target, was } = event;
        if ((await newestAbout(transaction, sessionId, target)) !== entry) return refuse("stale");
        if (kind === "removed" && !seats) return refuse("forbidden");
        if (kind === "removed") return restore(transaction, deciding, target);
        const rebuttal = await decided(transaction, sessionId, target);
        if (!rebuttal) return refuse("not-found");
        const undone = await record(transaction, { ...deciding, kind: TAKEN_BACK[kind], detail: target });
        await transaction.report.updateMany({
          where: { settledBy: entry },
          data: { settled: false, settledBy: null },
        });
        await transaction.rebuttal.update({
          where: { id: target },
          data: {
            decision: was ?? rebuttal.decision,
            downWithSeat: rebuttal.participant.removedAt !== null,
          },
        });
        return accept({ entry: undone, reporters: await settle(transaction, sessionId, [target]) });
      }, sessionId);
    },

    /** [B4] Takes the seat away, and with it the rebuttals that were written from it. */
    async remove(deciding: Deciding, participantId: string): Promise<Result<Decision>> {
      const { sessionId, at } = deciding;
      return write(async (transaction) => {
        const { count } = await transaction.participant.updateMany({
          where: { id: participantId, sessionId, removedAt: null },
          data: { removedAt: BigInt(at) },
        });
        if (count === 0) return unchanged(transaction, sessionId, participantId);
        return seatChanged(transaction, deciding, participantId, "removed");
      }, sessionId);
    },

    /** [R9] Gives a seat back, with its ballots and with what went down with it. */
    async restore(deciding: Deciding, participantId: string): Promise<Result<Decision>> {
      return write((transaction) => restore(transaction, deciding, participantId), deciding.sessionId);
    },
  };
}

async function restore(
  transaction: Transaction,
  deciding: Deciding,
  participantId: string,
): Promise<Result<Decision>> {
  const { sessionId } = deciding;
  const { count } = await transaction.participant.updateMany({
    // [G4] Of a seat that was deleted since, only its number is left, with a zero here: it stays away.
    where: { id: participantId, sessionId, removedAt: { gt: 0n } },
    data: { removedAt: null },
  });
  if (count === 0) return unchanged(transaction, sessionId, participantId);
  return seatChanged(transaction, deciding, participantId, "restored");
}

async function seatChanged(
  transaction: Transaction,
  deciding: Deciding,
  participantId: string,
  kind: "removed" | "restored",
): Promise<Result<Decision>> {
  const { sessionId } = deciding;
  const entry = await record(transaction, { ...deciding, kind, detail: participantId });
  await transaction.rebuttal.updateMany({
    where: { participantId },
    data: { downWithSeat: kind === "removed" },
  });
  // The room hears the new count of what this seat had endorsed, too.
  const touched = await transaction.rebuttal.findMany({
    where: { OR: [{ participantId }, { endorsements: { some: { participantId } } }] },
    select: { id: true },
  });
  const ids = touched.map(({ id }) => id);
  return accept({ entry, reporters: await settle(transaction, sessionId, ids) });
}

async function unchanged(
  transaction: Transaction,
  sessionId: string,
  participantId: string,
): Promise<Result<Decision>> {
  const isSeat = (await transaction.participant.count({ where: { id: participantId, sessionId } })) > 0;
  if (!isSeat) return refuse("not-found");
  return accept({ entry: await newestAbout(transaction, sessionId, participantId), reporters: [] });
}

async function decided(transaction: Transaction, sessionId: string, id: string) {
  const row = await transaction.rebuttal.findUnique({
    where: { id, sessionId },
    include: { participant: { select: { removedAt: true } } },
  });
  return row && { ...row, decision: row.decision as RebuttalStatus };
}

async function newestAbout(
  transaction: Transaction,
  sessionId: string,
  target: string,
): Promise<number | null> {
  const newest = await transaction.event.findFirst({
    where: { sessionId, detail: target, kind: { in: [...DECISIONS] } },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return newest?.id ?? null;
}

/**
 * [R8] Stores what readers get of the rebuttals of a session after decisions about some of them, as news for its
 * rooms. Answers which seats had reported one of those that changed.
 */
async function settle(transaction: Transaction, sessionId: string, ids: string[]): Promise<string[]> {
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
  return reports.map(({ participantId }) => participantId);
}
