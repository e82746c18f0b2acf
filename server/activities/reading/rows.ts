import { isOpen } from "#debate/activities/open.ts";
import { type ReadingCounts, UNCLEAR_SHOWN } from "#debate/activities/reading/rules.ts";
import type { SentencePlace } from "#debate/content/sentence-places.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { positionsReadable } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { ActivityRows } from "#server/activities/activity-rows.ts";
import { batchedRead } from "#server/store/batching/batched-read.ts";
import { sessionWriter } from "#server/store/batching/session-writer.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { readSettings } from "#server/store/sessions/session-rows.ts";

/** What a seat says of its reading: that it has read both positions, or that it does not understand a sentence. */
export type SaidRead = { sessionId: string; participantId: string; on: boolean; unclear?: SentencePlace };

type Own = { firstSide: Side | null; readBoth: boolean; unclear: SentencePlace[] };

/** [X10] What a class says of its reading. */
function readingTable(database: Database) {
  const { reader, rows, write } = database;
  return {
    /** The session's version stays, as only the host sees this. */
    say: sessionWriter<SaidRead, void>({ write }, store),

    /** What is stored about a seat. */
    of: batchedRead(async (ids) => {
      const seats = await rows<{ id: string; firstSide: Side | null; readBoth: boolean | number }>(
        Prisma.sql`SELECT "id", "firstSide", "readBoth" FROM "participant" WHERE "id" IN (${Prisma.join(ids)})`,
      );
      const owned = new Map<string, Own>(
        seats.map(({ id, firstSide, readBoth }) => [
          id,
          { firstSide, readBoth: Boolean(readBoth), unclear: [] },
        ]),
      );
      const unclear = await rows<SentencePlace & { participantId: string }>(Prisma.sql`
        SELECT "participantId", "side", "n", "sentence" FROM "unclear"
        WHERE "participantId" IN (${Prisma.join(ids)})`);
      for (const { participantId, ...place } of unclear) owned.get(participantId)?.unclear.push(place);
      return owned;
    }),

    /** [X9] How many seats that were not removed began with each side. */
    async began(sessionId: string): Promise<Record<Side, number>> {
      const count = (firstSide: Side) =>
        reader.participant.count({ where: { sessionId, firstSide, removedAt: null } });
      return { for: await count("for"), against: await count("against") };
    },

    both: (sessionId: string) => bothIn(database, sessionId),
    unclear: (sessionId: string) => unclearIn(database, sessionId),
  };
}

/** Counts removed seats, too: the difference would tell what such a seat said. */
async function countsOf(database: Database, sessionId: string): Promise<ReadingCounts> {
  const both = await bothIn(database, sessionId);
  return { both, unclear: (await unclearIn(database, sessionId)).slice(0, UNCLEAR_SHOWN) };
}

function bothIn({ reader }: Database, sessionId: string): Promise<number> {
  return reader.participant.count({ where: { sessionId, readBoth: true } });
}

/** Sentences that people don't understand, the most frequent first. */
async function unclearIn({ rows }: Database, sessionId: string): Promise<ReadingCounts["unclear"]> {
  const counted = await rows<SentencePlace & { count: bigint | number }>(Prisma.sql`
    SELECT "side", "n", "sentence", COUNT(*) AS "count" FROM "unclear"
    WHERE "sessionId" = ${sessionId}
    GROUP BY "side", "n", "sentence" ORDER BY "count" DESC, "side" DESC, "n", "sentence"`);
  return counted.map(({ count, ...place }) => ({ ...place, count: Number(count) }));
}

async function store(transaction: Transaction, all: SaidRead[]): Promise<Result<void>[]> {
  const sessionId = all[0]?.sessionId ?? "";
  const session = await transaction.session.findUnique({ where: { id: sessionId } });
  const seats = await transaction.participant.findMany({
    where: { sessionId, id: { in: [...new Set(all.map(({ participantId }) => participantId))] } },
    select: { id: true, removedAt: true },
  });
  const removed = new Map(seats.map(({ id, removedAt }) => [id, removedAt !== null]));
  const isAsked =
    session !== null && isOpen("reading", { phase: session.phase as Phase, settings: readSettings(session) });
  const decided = all.map(({ participantId }): Result<void> => {
    const isRemoved = removed.get(participantId);
    if (isRemoved === undefined) return refuse("not-found");
    if (isRemoved) return refuse("removed");
    return isAsked ? accept(undefined) : refuse("wrong-phase");
  });
  // The last one of a seat about a sentence counts.
  const newest = new Map<string, SaidRead>();
  all.forEach((said, index) => {
    if (decided[index]?.ok) newest.set(subjectOf(said), said);
  });
  for (const on of [true, false]) await put(transaction, [...newest.values()], on);
  return decided;
}

function subjectOf({ participantId, unclear }: SaidRead): string {
  return unclear ? `${participantId} ${unclear.side} ${unclear.n} ${unclear.sentence}` : participantId;
}

async function put(transaction: Transaction, all: SaidRead[], on: boolean): Promise<void> {
  const said = all.filter((each) => each.on === on);
  const readers = said.filter(({ unclear }) => !unclear).map(({ participantId }) => participantId);
  if (readers.length > 0)
    await transaction.participant.updateMany({ where: { id: { in: readers } }, data: { readBoth: on } });
  const rows = said.flatMap(({ sessionId, participantId, unclear }) =>
    unclear ? [{ sessionId, participantId, ...unclear }] : [],
  );
  if (rows.length === 0) return;
  const values = rows.map(
    ({ sessionId, participantId, side, n, sentence }) =>
      Prisma.sql`(${sessionId}, ${participantId}, ${side}, CAST(${n} AS INTEGER), CAST(${sentence} AS INTEGER))`,
  );
  const columns = Prisma.sql`("sessionId", "participantId", "side", "n", "sentence")`;
  if (on)
    await transaction.$executeRaw`
      INSERT INTO "unclear" ${columns} VALUES ${Prisma.join(values)} ON CONFLICT DO NOTHING`;
  else
    await transaction.$executeRaw`DELETE FROM "unclear" WHERE ${columns} IN (VALUES ${Prisma.join(values)})`;
}

export const readingRows = {
  tables: (database) => ({ reading: readingTable(database) }),
  /** [X10] As long as the class may read the positions; they don't change the session's version. */
  countAlways: async (database, { id, phase }) =>
    positionsReadable(phase) ? { reading: await countsOf(database, id) } : {},
  /** [X10] */
  async keepCounts(transaction, participantId, number) {
    await transaction.unclear.updateMany({ where: { participantId }, data: { participantId: number } });
    const { readBoth } = await transaction.participant.findUniqueOrThrow({
      where: { id: participantId },
      select: { readBoth: true },
    });
    await transaction.participant.update({ where: { id: number }, data: { readBoth } });
  },
  /** [X10] No votes. */
  async unlink(transaction, participantId) {
    await transaction.unclear.deleteMany({ where: { participantId } });
    await transaction.participant.update({ where: { id: participantId }, data: { readBoth: false } });
  },
} as const satisfies ActivityRows;
