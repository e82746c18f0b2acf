import {
  type Actor,
  decisionAfter,
  isDecision,
  type Moderation,
  standings,
  TAKEN_BACK,
} from "#debate/rules/moderation.ts";
import { REBUTTAL_STATUSES, type RebuttalStatus } from "#debate/rules/rebuttals.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { newestAbout, record, recordAll } from "#server/store/events.ts";
import { bump, clearWall } from "#server/store/sessions.ts";

/** Who decides, in which session, and when in milliseconds since the epoch. */
export type Deciding = { sessionId: string; actor: Actor; at: number };
/** Where decisions are in the log, the seats that they took away or gave back, and those whose reports they are about. */
export type Decision = { entries: number[]; seats: string[]; reporters: string[] };
/** What was decided, and which rebuttals of the session it touches. */
type Decided = { entries: number[]; seats: string[]; rebuttals: string[] };
const NOTHING: Decision = { entries: [], seats: [], reporters: [] };

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
          return unchanged(transaction, sessionId, id);
        const entry = await record(transaction, {
          ...deciding,
          kind: action,
          detail: id,
          was: rebuttal.decision,
        });
        await transaction.report.updateMany({ where: open, data: { settled: true, settledBy: entry } });
        await transaction.rebuttal.update({ where: { id }, data: { decision, downWithSeat } });
        return accept(
          await settled(transaction, sessionId, { entries: [entry], seats: [], rebuttals: [id] }),
        );
      }, sessionId);
    },

    /** [R16] Hides all that some seats wrote, each rebuttal by a decision of its own. */
    async hideWords(deciding: Deciding, participantIds: string[]): Promise<Result<Decision>> {
      const { sessionId } = deciding;
      return write(async (transaction) => {
        const seats = { sessionId, id: { in: participantIds } };
        if ((await transaction.participant.count({ where: seats })) === 0) return refuse("not-found");
        const where = { sessionId, participantId: { in: participantIds }, decision: { not: "hidden" } };
        const shown = await transaction.rebuttal.findMany({ where, select: { id: true, decision: true } });
        if (shown.length === 0) return accept(NOTHING);
        const entries = await recordAll(
          transaction,
          shown.map(({ id, decision }) => ({ ...deciding, kind: "hide", detail: id, was: decision })),
        );
        const reported = await transaction.report.findMany({
          where: { settled: false, rebuttal: where },
          distinct: ["rebuttalId"],
          select: { rebuttalId: true },
        });
        for (const { rebuttalId } of reported)
          await transaction.report.updateMany({
            where: { rebuttalId, settled: false },
            data: { settled: true, settledBy: entries.get(rebuttalId) ?? null },
          });
        await transaction.rebuttal.updateMany({ where, data: { decision: "hidden" } });
        const news = { entries: [...entries.values()], seats: [], rebuttals: [...entries.keys()] };
        return accept(await settled(transaction, sessionId, news));
      }, sessionId);
    },

    /**
     * [R9] Takes the newest decisions about rebuttals or seats back; `stale` where there is a newer one. Of several, those
     * that can be. `seats`: whether those about seats can.
     */
    async takeBack(
      deciding: Deciding,
      entries: number[],
      { seats }: { seats: boolean },
    ): Promise<Result<Decision>> {
      const { sessionId } = deciding;
      return write(async (transaction) => {
        const all: Decided = { entries: [], seats: [], rebuttals: [] };
        let refusal: Result<never> = refuse("not-found");
        for (const entry of entries) {
          const taken = await takeOneBack(transaction, deciding, entry, seats);
          if (taken.ok) for (const part of PARTS) all[part].push(...(taken.value[part] as never[]));
          else refusal = taken;
        }
        return all.entries.length > 0 ? accept(await settled(transaction, sessionId, all)) : refusal;
      }, sessionId);
    },

    /** [B4] Takes seats away, and with them the rebuttals that were written from them. */
    async remove(deciding: Deciding, ...participantIds: string[]): Promise<Result<Decision>> {
      const { sessionId, at } = deciding;
      return write(async (transaction) => {
        const where = { sessionId, id: { in: participantIds } };
        const seats = await transaction.participant.findMany({
          where,
          select: { id: true, removedAt: true },
        });
        const [first] = seats;
        if (!first) return refuse("not-found");
        const ids = seats.filter(({ removedAt }) => removedAt === null).map(({ id }) => id);
        if (ids.length === 0) return unchanged(transaction, sessionId, first.id);
        const removedAt = BigInt(at);
        await transaction.participant.updateMany({ where: { id: { in: ids } }, data: { removedAt } });
        return accept(
          await settled(transaction, sessionId, await seatsChanged(transaction, deciding, ids, "removed")),
        );
      }, sessionId);
    },

    /** [R9] Gives a seat back, with its ballots and with what went down with it. */
    async restore(deciding: Deciding, participantId: string): Promise<Result<Decision>> {
      const { sessionId } = deciding;
      return write(async (transaction) => {
        const restored = await giveBack(transaction, deciding, participantId);
        if (restored) return accept(await settled(transaction, sessionId, restored));
        const isSeat = (await transaction.participant.count({ where: { id: participantId, sessionId } })) > 0;
        return isSeat ? unchanged(transaction, sessionId, participantId) : refuse("not-found");
      }, sessionId);
    },
  };
}

const PARTS = ["entries", "seats", "rebuttals"] as const;

async function takeOneBack(
  transaction: Transaction,
  deciding: Deciding,
  entry: number,
  seats: boolean,
): Promise<Result<Decided>> {
  const { sessionId } = deciding;
  const event = await transaction.event.findUnique({ where: { id: entry } });
  if (event?.sessionId !== sessionId || !isDecision(event)) return refuse("not-found");
  const { kind, detail: target, was } = event;
  if ((await newestAbout(transaction, sessionId, target))?.id !== entry) return refuse("stale");
  if (kind === "removed") {
    if (!seats) return refuse("forbidden");
    const restored = await giveBack(transaction, deciding, target);
    return restored ? accept(restored) : refuse("not-found");
  }
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
  return accept({ entries: [undone], seats: [], rebuttals: [target] });
}

/** Null where the seat is not one that was taken away. */
async function giveBack(
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

async function seatsChanged(
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
async function unchanged(
  transaction: Transaction,
  sessionId: string,
  target: string,
): Promise<Result<Decision>> {
  const newest = await newestAbout(transaction, sessionId, target);
  return accept({ ...NOTHING, entries: newest ? [newest.id] : [] });
}

async function decided(transaction: Transaction, sessionId: string, id: string) {
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
async function settled(
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
