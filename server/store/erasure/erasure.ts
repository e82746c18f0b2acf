import type { WordsId } from "#debate/counting/words.ts";
import { eraseActivities, leaveActivities } from "#server/activities/rows.ts";
import { dropPicksOf } from "#server/store/ballots/picks.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { dropUncounted } from "#server/store/erasure/merge-erasure.ts";
import { unlinkCounts, unlinkVotes, votesArePublic } from "#server/store/erasure/unlinked-votes.ts";
import { clearGrade } from "#server/store/lti/grade-rows.ts";
import { settled } from "#server/store/moderation/decisions.ts";
import { forgetAsHeads, mergesIn } from "#server/store/moderation/merges.ts";
import { type NewEvent, record, recordAgain } from "#server/store/sessions/events.ts";
import { bump } from "#server/store/sessions/session-version.ts";
import { clearWall } from "#server/store/sessions/wall.ts";

/** Who deletes, and when. The log contains nothing of what was deleted. */
type Deletion = Pick<NewEvent, "sessionId" | "at" | "actor">;
export type Erased = "erased" | "removed";
/**
 * [J10] `usesUpCode`: keep the id of a deleted seat, so that its code opens no seat again. `keeps`: what stays counted under `number`,
 * because the class has seen the counts: votes [Z17], or what activities count [X10, Y5].
 */
type Leaving = { usesUpCode: boolean; keeps: "votes" | "counts" | null; number: string };
/** Seats whose own state changed: authors of, reporters or endorsers of what was deleted. */
type Touched = { seats: string[] };

const REPORTS = ["reports"] as const;
const COUNTED = ["endorsements", "exposures", ...REPORTS] as const;

/** Permanently deletes the data of a seat or a rebuttal, as one change of the session. */
export function erasureStore({ write }: Database) {
  return {
    /**
     * [G2] Deletes what a participant wrote; choices, endorsements and the name stay, and reports if the host deletes. Null if there is no such seat.
     * If there is nothing to delete, nothing is changed or logged.
     */
    async words(deletion: Deletion, participantId: string, idOf: WordsId): Promise<Touched | null> {
      return write(async (transaction) => {
        const { sessionId } = deletion;
        if ((await transaction.participant.count({ where: { id: participantId, sessionId } })) === 0)
          return null;
        const worded = { participantId, OR: [{ reason: { not: null } }, { creditWhy: { not: null } }] };
        const ballots = await transaction.ballot.findMany({ where: worded });
        const rebuttals = await transaction.rebuttal.count({ where: { participantId } });
        // [R10] After a deletion by the host the difference would reveal who reported what.
        const reports =
          deletion.actor === "participant" ? await transaction.report.count({ where: { participantId } }) : 0;
        const inActivities = await eraseActivities(transaction, participantId);
        const wrote = inActivities.written + rebuttals + ballots.length > 0;
        if (!wrote && reports === 0) return { seats: [] };
        const changed = await bump(transaction, sessionId);
        const others = await withdraw(transaction, sessionId, { participantId }, changed);
        await dropPicksOf(transaction, sessionId, ballots, idOf);
        await transaction.ballot.updateMany({ where: worded, data: { reason: null, creditWhy: null } });
        if (reports > 0) {
          await touchWhere(transaction, { reports: { some: { participantId } } }, changed);
          await transaction.report.deleteMany({ where: { participantId } });
        }
        // [R10] Not for a report alone: the host, who sees this mark, must not learn who reported.
        if (wrote)
          await transaction.participant.update({
            where: { id: participantId },
            data: { wordsDeletedAt: BigInt(deletion.at) },
          });
        await end(transaction, { ...deletion, kind: "words-deleted" });
        return { seats: [participantId, ...others, ...inActivities.seats] };
      }, deletion.sessionId);
    },

    /**
     * [G3] Deletes a seat with everything about it, as if it had never existed, or [Z17] without what it voted. [G4] A removed seat
     * stays away.
     */
    async seat(
      deletion: Deletion,
      participantId: string,
      { usesUpCode, keeps, number }: Leaving,
      idOf: WordsId,
    ): Promise<(Touched & { outcome: Erased }) | null> {
      return write(async (transaction) => {
        const { sessionId } = deletion;
        const seat = await transaction.participant.findFirst({ where: { id: participantId, sessionId } });
        if (!seat) return null;
        // [G6] Deleted before, and its answer may have been lost: only a number is left.
        if (seat.name === seat.id) return { outcome: usesUpCode ? "erased" : "removed", seats: [] };
        const keepsVotes =
          keeps === "votes" && seat.removedAt === null && (await votesArePublic(transaction, sessionId));
        const changed = await bump(transaction, sessionId);
        const others = await withdraw(transaction, sessionId, { participantId }, changed);
        // Rooms get the new counts, and the host learns that reports are gone. [R19] What was shown is counted again.
        for (const relation of keepsVotes ? REPORTS : COUNTED)
          await touchWhere(transaction, { [relation]: { some: { participantId } } }, changed);
        if (!keepsVotes) await touchHeads(transaction, sessionId, changed);
        const ballots = await transaction.ballot.findMany({ where: { participantId } });
        await dropPicksOf(transaction, sessionId, ballots, idOf);
        const leaving = { sessionId, seats: [participantId], at: deletion.at, isDeleted: true };
        others.push(...(await leaveActivities(transaction, leaving)));
        await clearGrade(transaction, participantId, deletion.at);
        if (keeps === "counts") await unlinkCounts(transaction, seat, number);
        if (keepsVotes) await unlinkVotes(transaction, participantId, number);
        else await transaction.participant.delete({ where: { id: participantId } });
        const outcome = seat.removedAt === null || usesUpCode ? "erased" : "removed";
        if (outcome === "removed" || usesUpCode)
          await transaction.participant.create({
            data: { id: participantId, sessionId, name: participantId, joinedAt: 0n, removedAt: 0n },
          });
        const about = { sessionId, detail: participantId };
        if (outcome === "erased") await transaction.event.deleteMany({ where: about });
        // The seat's id is removed from the log, so that the decision cannot be undone.
        else await transaction.event.updateMany({ where: about, data: { detail: "" } });
        await end(transaction, { ...deletion, kind: "seat-deleted" });
        return { outcome, seats: others };
      }, deletion.sessionId);
    },

    /** [G5] Deletes a rebuttal, [R22] or an author their own; null if there is none. */
    async rebuttal(deletion: Deletion, id: string, author?: string): Promise<Touched | null> {
      return write(async (transaction) => {
        const { sessionId } = deletion;
        const own = author === undefined ? {} : { participantId: author };
        const rebuttal = await transaction.rebuttal.findFirst({ where: { id, sessionId, ...own } });
        if (!rebuttal) return null;
        const others = await withdraw(transaction, sessionId, { id }, await bump(transaction, sessionId));
        if (author !== undefined)
          await transaction.participant.update({
            where: { id: author },
            data: { withdrawn: { increment: 1 } },
          });
        // [R11] Those of students are one line.
        const kind = author === undefined ? "rebuttal-deleted" : "withdrawn";
        await end(transaction, { ...deletion, kind, ...(author === undefined && { detail: id }) });
        return { seats: [rebuttal.participantId, ...others] };
      }, deletion.sessionId);
    },
  };
}

/**
 * Deletes rebuttals with everything about them. Their ids stay, so that screens remove them and none is posted again.
 * Returns the seats that had reported or endorsed one of them.
 */
async function withdraw(
  transaction: Transaction,
  sessionId: string,
  which: { id: string } | { participantId: string },
  changed: number,
): Promise<string[]> {
  const where = { ...which, sessionId };
  const gone = await transaction.rebuttal.findMany({
    where,
    select: { id: true, status: true, decision: true },
  });
  if (gone.length === 0) return [];
  const ids = { in: gone.map(({ id }) => id) };
  await dropUncounted(transaction, sessionId, ids.in);
  const select = { participantId: true };
  // [R30] What was merged into one of them stands for itself again.
  const endorsed = { OR: [{ id: ids }, { mergedInto: ids }] };
  const touched = [
    ...(await transaction.report.findMany({ where: { rebuttalId: ids }, select })),
    ...(await transaction.endorsement.findMany({ where: { rebuttal: endorsed }, select })),
  ];
  // Replies hidden with one of them, or with its head, stay hidden [R8, R31], and decisions about it can no longer be undone.
  const { headOf } = await mergesIn(transaction, sessionId);
  const down = await transaction.rebuttal.findMany({
    where: { id: { in: gone.map(({ id }) => headOf(id)) }, status: "hidden" },
    select: { id: true },
  });
  const isDown = new Set(down.map(({ id }) => id));
  const answered = gone.filter(({ id }) => isDown.has(headOf(id)));
  const takenDown = gone.filter(({ decision }) => decision === "hidden");
  await transaction.rebuttal.updateMany({
    where: {
      ...{ sessionId, status: "hidden" },
      OR: [
        { replyTo: { in: answered.map(({ id }) => id) } },
        { mergedInto: { in: takenDown.map(({ id }) => id) } },
      ],
    },
    data: { decision: "hidden" },
  });
  const beside = await besideMerges(transaction, sessionId, ids.in);
  await transaction.event.updateMany({ where: { sessionId, detail: ids }, data: { was: null } });
  await forgetAsHeads(transaction, sessionId, ids.in);
  await transaction.withdrawn.createMany({ data: gone.map(({ id }) => ({ id, sessionId, changed })) });
  await transaction.rebuttal.updateMany({
    where: { sessionId, mergedInto: ids },
    data: { mergedInto: null },
  });
  await transaction.rebuttal.deleteMany({ where });
  // [R22] What answered one that waited is there again.
  if (beside.length > 0 || gone.some(({ status }) => status === "pending"))
    await settled(transaction, sessionId, { entries: [], seats: [], rebuttals: beside });
  return [...new Set(touched.map(({ participantId }) => participantId))];
}

/**
 * [R31] What else changes when these go: rebuttals merged into them are separate again, heads of theirs are counted anew, and their
 * replies no longer stand under a head.
 */
async function besideMerges(transaction: Transaction, sessionId: string, ids: string[]): Promise<string[]> {
  const ends = await transaction.rebuttal.findMany({
    where: { sessionId, OR: [{ mergedInto: { in: ids } }, { id: { in: ids }, mergedInto: { not: null } }] },
    select: { id: true, mergedInto: true },
  });
  if (ends.length === 0) return [];
  const replies = await transaction.rebuttal.findMany({
    where: { sessionId, replyTo: { in: ids } },
    select: { id: true },
  });
  return [...ends.flatMap(({ id, mergedInto }) => [id, mergedInto ?? id]), ...replies.map(({ id }) => id)];
}

type About = { [relation in "endorsements" | "reports" | "exposures"]?: { some: { participantId: string } } };

async function touchWhere(transaction: Transaction, where: About, changed: number): Promise<void> {
  await transaction.rebuttal.updateMany({ where, data: { changed } });
}

/** [R30] Counts of heads depend on these. */
async function touchHeads(transaction: Transaction, sessionId: string, changed: number): Promise<void> {
  const rows = await transaction.rebuttal.findMany({
    where: { sessionId, mergedInto: { not: null } },
    select: { mergedInto: true },
  });
  const heads = rows.flatMap(({ mergedInto }) => mergedInto ?? []);
  if (heads.length > 0)
    await transaction.rebuttal.updateMany({ where: { id: { in: heads } }, data: { changed } });
}

async function end(transaction: Transaction, event: NewEvent): Promise<void> {
  await clearWall(transaction, event.sessionId);
  if (event.actor === "participant") await recordAgain(transaction, event);
  else await record(transaction, event);
}
