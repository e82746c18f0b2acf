import { decisionAfter, isDecision, type Moderation, TAKEN_BACK } from "#debate/rules/moderation.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { hideInActivities } from "#server/activities/rows.ts";
import { takeWordsOffWall } from "#server/store/ballots/picks.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import type { Deciding } from "#server/store/moderation/deciding.ts";
import {
  type Decided,
  type Decision,
  decided,
  giveBack,
  NOTHING,
  seatsChanged,
  settled,
  unchanged,
} from "#server/store/moderation/decisions.ts";
import {
  joined,
  mayMergeAgain,
  mayMergeNow,
  mergeInto,
  mergesIn,
  wouldSeparate,
} from "#server/store/moderation/merges.ts";
import { newestAbout, record, recordAll } from "#server/store/sessions/events.ts";
import { type Read, wereChanged } from "#server/store/sessions/rebuttal-editions.ts";

export function moderationStore({ write }: Database) {
  return {
    /**
     * [R26] Decides about rebuttals and resolves their reports, with one line of the log for each; those that are gone or sealed are
     * left out. Nothing is decided if one of them has other words by now [R21]. The same decision again changes nothing.
     */
    async moderate(deciding: Deciding, read: readonly Read[], action: Moderation): Promise<Result<Decision>> {
      const { sessionId } = deciding;
      return write(async (transaction) => {
        if (await wereChanged(transaction, sessionId, read))
          return refuse("stale", "editions: words were changed");
        const all: Decided = { entries: [], seats: [], rebuttals: [] };
        let known = 0;
        let sealed = 0;
        for (const id of new Set(read.map((each) => each.id))) {
          const about = await decideAbout(transaction, deciding, id, action);
          if (about === "sealed") sealed += 1;
          else if (about !== null) known += 1;
          if (typeof about !== "object" || about === null) continue;
          all.entries.push(...about.entries);
          all.rebuttals.push(...about.rebuttals);
        }
        if (known === 0) return refuse(sealed > 0 ? "wrong-phase" : "not-found");
        if (all.entries.length > 0) return accept(await settled(transaction, sessionId, all));
        const [only, ...others] = read;
        return only && others.length === 0 ? unchanged(transaction, sessionId, only.id) : accept(NOTHING);
      }, sessionId);
    },

    /** [R24] Merges a rebuttal into another, or with null separates it. */
    async merge(deciding: Deciding, id: string, into: string | null): Promise<Result<Decision>> {
      const { sessionId } = deciding;
      return write(async (transaction) => {
        const merged = await mergeInto(transaction, deciding, id, into);
        if (!merged.ok) return merged;
        if (merged.value === "unchanged") return unchanged(transaction, sessionId, id);
        return accept(await settled(transaction, sessionId, merged.value));
      }, sessionId);
    },

    /** [R16] Hides all rebuttals of some seats, with one decision for each, and what activities hide with them. */
    async hideWords(deciding: Deciding, participantIds: string[]): Promise<Result<Decision>> {
      const { sessionId } = deciding;
      return write(async (transaction) => {
        const seats = { sessionId, id: { in: participantIds } };
        if ((await transaction.participant.count({ where: seats })) === 0) return refuse("not-found");
        const where = { sessionId, participantId: { in: participantIds }, decision: { not: "hidden" } };
        const shown = await transaction.rebuttal.findMany({ where, select: { id: true, decision: true } });
        const others = await hideInActivities(transaction, deciding, participantIds);
        if (shown.length === 0 && Object.keys(others.hidden).length === 0) return accept(NOTHING);
        const entries = await recordAll(
          transaction,
          shown.map(({ id, decision }) => ({ ...deciding, kind: "hide", detail: id, was: decision })),
        );
        const merges = await mergesIn(transaction, sessionId);
        const concerned = new Set(
          shown.flatMap(({ id }) => [id, ...merges.under(id).map((each) => each.id)]),
        );
        const reported = await transaction.report.findMany({
          where: { settled: false, rebuttalId: { in: [...concerned] } },
          distinct: ["rebuttalId"],
          select: { rebuttalId: true },
        });
        for (const { rebuttalId: id } of reported)
          await transaction.report.updateMany({
            where: { rebuttalId: id, settled: false },
            data: { settled: true, settledBy: entries.get(id) ?? entries.get(merges.headOf(id)) ?? null },
          });
        await transaction.rebuttal.updateMany({ where, data: { decision: "hidden" } });
        const news = { ...others, entries: [...entries.values()], seats: [], rebuttals: [...concerned] };
        return accept(await settled(transaction, sessionId, news));
      }, sessionId);
    },

    /**
     * [R9] Undoes decisions about rebuttals or, if `seats` allows it, seats; `stale` if there are newer ones. Of several, it undoes those
     * that can be undone.
     */
    async takeBack(
      deciding: Deciding,
      entries: number[],
      { seats }: { seats: boolean },
    ): Promise<Result<Decision>> {
      const { sessionId } = deciding;
      return write(async (transaction) => {
        const all: Required<Omit<Decided, "hidden">> = {
          entries: [],
          seats: [],
          rebuttals: [],
          unmerged: [],
          notified: [],
        };
        let refusal: Result<never> = refuse("not-found");
        for (const entry of entries) {
          const taken = await takeOneBack(transaction, deciding, entry, seats);
          if (taken.ok) for (const part of PARTS) all[part].push(...((taken.value[part] ?? []) as never[]));
          else refusal = taken;
        }
        return all.entries.length > 0 ? accept(await settled(transaction, sessionId, all)) : refusal;
      }, sessionId);
    },

    /** [B4] Removes seats, and hides the rebuttals written from them. */
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
        await takeWordsOffWall(transaction, sessionId);
        return accept(
          await settled(transaction, sessionId, await seatsChanged(transaction, deciding, ids, "removed")),
        );
      }, sessionId);
    },
  };
}

const PARTS = ["entries", "seats", "rebuttals", "unmerged", "notified"] as const;

/**
 * Logs the decision. Null if there is no such rebuttal, `sealed` if deciding would reveal a vote. [R10] Reports of rebuttals that were
 * merged into it are decided, too.
 */
async function decideAbout(
  transaction: Transaction,
  deciding: Deciding,
  id: string,
  action: Moderation,
): Promise<Decided | "unchanged" | "sealed" | null> {
  const rebuttal = await decided(transaction, deciding.sessionId, id);
  if (!rebuttal) return null;
  const decision = decisionAfter(action, rebuttal.decision);
  const downWithSeat = decision !== "published" && rebuttal.downWithSeat;
  const together = await withMerged(transaction, deciding.sessionId, id);
  const open = { rebuttalId: { in: together }, settled: false };
  const isNews = decision !== rebuttal.decision || downWithSeat !== rebuttal.downWithSeat;
  if (!isNews && (await transaction.report.count({ where: open })) === 0) return "unchanged";
  if (await wouldSeparate(transaction, rebuttal, decision)) return "sealed";
  const entry = await record(transaction, { ...deciding, kind: action, detail: id, was: rebuttal.decision });
  await transaction.report.updateMany({ where: open, data: { settled: true, settledBy: entry } });
  await transaction.rebuttal.update({ where: { id }, data: { decision, downWithSeat } });
  return { entries: [entry], seats: [], rebuttals: together };
}

async function withMerged(transaction: Transaction, sessionId: string, id: string): Promise<string[]> {
  const { under } = await mergesIn(transaction, sessionId);
  return [id, ...under(id).map((merged) => merged.id)];
}

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
  const isMerging = kind === "merge" || kind === "separate";
  if (isMerging && !(await mayMergeNow(transaction, sessionId))) return refuse("wrong-phase");
  if (isMerging && was && !(await mayMergeAgain(transaction, sessionId, target, was))) return refuse("stale");
  const decision = was ?? rebuttal.decision;
  if (!isMerging && (await wouldSeparate(transaction, rebuttal, decision))) return refuse("wrong-phase");
  const undone = await record(transaction, { ...deciding, kind: TAKEN_BACK[kind], detail: target });
  if (isMerging) {
    const rebuttals = await joined(transaction, target, was || null, rebuttal.mergedInto);
    return accept({ entries: [undone], seats: [], rebuttals, unmerged: was ? [] : [target] });
  }
  await transaction.report.updateMany({
    where: { settledBy: entry },
    data: { settled: false, settledBy: null },
  });
  await transaction.rebuttal.update({
    where: { id: target },
    data: {
      decision,
      downWithSeat: rebuttal.participant.removedAt !== null,
    },
  });
  const rebuttals = await withMerged(transaction, sessionId, target);
  return accept({ entries: [undone], seats: [], rebuttals });
}
