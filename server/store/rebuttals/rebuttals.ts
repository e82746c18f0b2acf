import type { Debate } from "#debate/content/debate.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";
import { hasRoom } from "#debate/rules/rebuttals.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import { batchedRead } from "#server/store/batching/batched-read.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { mergesIn } from "#server/store/moderation/merges.ts";
import { type Arguing, arguing } from "#server/store/rebuttals/arguing.ts";
import { type Edit, editRebuttal } from "#server/store/rebuttals/edit-rebuttal.ts";
import {
  type EncounterContext,
  readEncounterContext,
  readEncounters,
  readEndorsements,
} from "#server/store/rebuttals/encounters.ts";
import { createRebuttalCache, type Head } from "#server/store/rebuttals/rebuttal-cache.ts";
import type { NewRebuttal, RebuttalRecord } from "#server/store/rebuttals/rebuttal-rows.ts";
import { type Endorsement, rebuttalWriters } from "#server/store/rebuttals/rebuttal-writer.ts";
import { newestAbout, recordAgain } from "#server/store/sessions/events.ts";
import { bump } from "#server/store/sessions/session-version.ts";

/** `debateOf`: a session's debate, which says where quotations are. `of`: the database for what counts for itself. */
export function rebuttalStore(
  database: Database,
  debateOf: (sessionId: string) => Promise<Debate>,
  of: (kind: string) => Pick<Database, "write"> = () => database,
) {
  const { reader, rows, write } = database;
  const { current, forget } = createRebuttalCache(database, debateOf);
  const writers = rebuttalWriters(of);
  const seatsOf = batchedRead(async (sessions) => {
    const where = { sessionId: { in: sessions }, removedAt: null };
    const rows = await reader.participant.groupBy({ by: ["sessionId"], where, _count: true });
    return new Map(rows.map(({ sessionId, _count }) => [sessionId, _count]));
  });
  const withdrawnBy = batchedRead(async (ids) => {
    const seats = await rows<{ id: string; withdrawn: number }>(
      Prisma.sql`SELECT "id", "withdrawn" FROM "participant" WHERE "id" IN (${Prisma.join(ids)})`,
    );
    return new Map(seats.map(({ id, withdrawn }) => [id, withdrawn]));
  });
  return {
    /**
     * Stores a rebuttal once; the same id from the same author is a success that changes nothing. [R13] Its status
     * follows from the settings at that moment.
     */
    post: (rebuttal: NewRebuttal, statusFor: (settings: Settings, author: string) => RebuttalStatus) =>
      writers.post({ rebuttal, sessionId: rebuttal.sessionId, statusFor }),

    /**
     * [R14] Whether there is no room for a new rebuttal from this seat. Reads only, so that a flood of refused
     * rebuttals can't hold up votes. `post` answers for those already stored or deleted.
     */
    async isFull({ sessionId, participantId }: Arguing, id: string): Promise<boolean> {
      const { rebuttals, withdrawn } = await current(sessionId);
      if ([...rebuttals, ...withdrawn].some((known) => known.id === id)) return false;
      const own = rebuttals.filter((each) => each.participantId === participantId).length;
      const all = rebuttals.filter(({ status }) => status !== "hidden").length;
      const withdrawnOwn = (await withdrawnBy(participantId)) ?? 0;
      return !hasRoom({ own, all, seats: (await seatsOf(sessionId)) ?? 0, withdrawn: withdrawnOwn });
    },

    /** [R21] */
    edit: (edit: Edit, statusFor: (settings: Settings, author: string) => RebuttalStatus) =>
      write((transaction) => editRebuttal(transaction, edit, statusFor), edit.sessionId),

    endorse: (actor: Arguing, endorsement: Endorsement) => writers.endorse({ ...actor, ...endorsement }),

    /**
     * One report per participant and rebuttal; a second one replaces the reason. [R17] A report about a rebuttal that
     * the host has kept is counted, and resolved at once.
     */
    async report(actor: Arguing, reported: string, reason: string, at: number): Promise<Result<void>> {
      const { participantId, sessionId } = actor;
      return write(async (transaction) => {
        // [R30] A phone may not know yet that it was merged.
        const rebuttalId = (await mergesIn(transaction, sessionId)).headOf(reported);
        const found = await othersRebuttal(transaction, actor, rebuttalId);
        if (!found.ok) return found;
        const pair = { rebuttalId, participantId };
        const decision = await newestAbout(transaction, sessionId, rebuttalId);
        // [R21] An edit ends an earlier `keep`.
        const settledBy = decision?.kind === "keep" && decision.was !== null ? decision.id : null;
        const news = { reason, settled: settledBy !== null, settledBy };
        const isAgain = (await transaction.report.count({ where: pair })) > 0;
        await transaction.report.upsert({
          where: { rebuttalId_participantId: pair },
          create: { ...pair, ...news, at: BigInt(at) },
          update: news,
        });
        await touch(transaction, sessionId, rebuttalId);
        const event = { sessionId, at, actor: "participant", kind: "reported", detail: rebuttalId } as const;
        await recordAgain(transaction, event, isAgain ? 0 : 1);
        return accept(undefined);
      }, sessionId);
    },

    /** Records which rebuttals were shown to a participant; ignores ids of other sessions. */
    seen: (actor: Arguing, ids: string[]) => writers.see({ ...actor, ids }),

    /** Resolves when everything that arrived so far is stored or has failed. */
    settled: writers.settled,

    /** Resolves when a session's rebuttals and endorsements that arrived so far are queued before other jobs. */
    beforeMove: writers.beforeMove,

    /** Frees the memory of a session that no one is connected to. */
    forget,

    /** [R24] The head of each merged rebuttal. */
    headsIn: async (sessionId: string): Promise<ReadonlyMap<string, Head>> =>
      (await current(sessionId)).heads,

    /** A session's rebuttals, the oldest change first. */
    ofSession: async (sessionId: string): Promise<RebuttalRecord[]> => (await current(sessionId)).rebuttals,

    /** The ids of rebuttals deleted after a version. */
    async withdrawnSince(sessionId: string, version: number): Promise<string[]> {
      const { withdrawn } = await current(sessionId);
      return withdrawn.filter(({ changed }) => changed > version).map(({ id }) => id);
    },

    /** How many pairs of participant and rebuttal shown there are in a session. */
    exposed: batchedRead(async (sessions) => {
      const counts = sessions.map(async (sessionId) => {
        const [row] = await reader.$queryRaw<{ count: bigint }[]>`
          SELECT COUNT(*) AS "count" FROM "rebuttal" JOIN "exposure" ON "exposure"."rebuttalId" = "rebuttal"."id"
          WHERE "rebuttal"."sessionId" = ${sessionId}`;
        return [sessionId, Number(row?.count ?? 0)] as const;
      });
      return new Map(await Promise.all(counts));
    }),

    /** Endorsements and exposures of participants who were not removed. */
    encounters: async (sessionId: string) =>
      readEncounters(rows, (await current(sessionId)).rebuttals, await readEncounterContext(rows, sessionId)),

    /** The removed seats of a session, and how many people each rebuttal was shown to. */
    around: (sessionId: string) => readEncounterContext(rows, sessionId),

    /** The encounters with some rebuttals. */
    encountersWith: (rebuttals: readonly RebuttalRecord[], around: EncounterContext) =>
      readEncounters(rows, rebuttals, around),

    endorsements: async (sessionId: string) =>
      readEndorsements(rows, sessionId, (await current(sessionId)).rebuttals),
  };
}

async function othersRebuttal(
  transaction: Transaction,
  actor: Arguing,
  rebuttalId: string,
): Promise<Result<void>> {
  const { sessionId, participantId } = actor;
  const allowed = (await arguing(transaction, sessionId, [participantId])).of(participantId);
  if (!allowed.ok) return allowed;
  const row = await transaction.rebuttal.findUnique({ where: { id: rebuttalId } });
  if (row?.sessionId !== sessionId || row.status !== "published") return refuse("not-found");
  return row.participantId === participantId ? refuse("forbidden") : accept(undefined);
}

async function touch(transaction: Transaction, sessionId: string, id: string): Promise<void> {
  const changed = await bump(transaction, sessionId);
  await transaction.rebuttal.update({ where: { id }, data: { changed } });
}
