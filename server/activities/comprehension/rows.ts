import type { Answers } from "#debate/activities/comprehension/results.ts";
import { type AnswerSet, type CheckCounts, countAnswers } from "#debate/activities/comprehension/results.ts";
import { isOn, isOpen } from "#debate/activities/open.ts";
import { resultsPublic } from "#debate/rules/phases.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { ActivityRows } from "#server/activities/activity-rows.ts";
import { batchedRead } from "#server/store/batching/batched-read.ts";
import type { Database } from "#server/store/database.ts";
import { createSeatWriter, theirs } from "#server/store/seats/seat-writer.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Given = { sessionId: string; participantId: string; answers: Answers };
type Row = { participantId: string; answers: string };

/** [Y4] Answers to the questions on the positions. */
function comprehensionTable(database: Database) {
  return {
    /** Stores a seat's answers in place of older ones. */
    answer: createSeatWriter<Given>(database, {
      whyNot: (session) => (isOpen("comprehension", session) ? null : "wrong-phase"),
      async replace(transaction, newest) {
        await transaction.comprehension.deleteMany(theirs(newest));
        await transaction.comprehension.createMany({
          data: newest.map((given) => ({ ...given, answers: JSON.stringify(given.answers) })),
        });
      },
    }),

    /** A seat's own; null without any. */
    of: batchedRead(async (ids) => {
      const found = await database.rows<Row>(
        Prisma.sql`SELECT "participantId", "answers" FROM "comprehension" WHERE "participantId" IN (${Prisma.join(ids)})`,
      );
      return new Map(found.map((row) => [row.participantId, JSON.parse(row.answers) as (number | null)[]]));
    }),
  };
}

const KEPT = 1_000;
/** The last counts, by session. */
const counted = new WeakMap<Database, Map<string, { version: number; counts: CheckCounts }>>();

/** [Y5] Counts answers of removed seats, too: the difference would tell what they chose. Outside of `reading` counted once a version. */
async function countsOf(database: Database, session: SessionRecord): Promise<CheckCounts> {
  const known = counted.get(database) ?? new Map<string, { version: number; counts: CheckCounts }>();
  counted.set(database, known);
  const { id, version, phase, settings } = session;
  const last = known.get(id);
  if (phase !== "reading" && last?.version === version) return last.counts;
  const kept = settings.identity === "anonymous" ? await keptCounts(database, id) : null;
  const counts = kept ?? (await countNow(database, id));
  if (known.size >= KEPT) known.clear();
  known.set(id, { version, counts });
  return counts;
}

async function countNow({ rows }: Database, sessionId: string): Promise<CheckCounts> {
  const sets = await rows<{ answers: string; count: bigint | number }>(Prisma.sql`
    SELECT "answers", COUNT(*) AS "count" FROM "comprehension" WHERE "sessionId" = ${sessionId} GROUP BY "answers"`);
  return countAnswers(
    sets.map(({ answers, count }): AnswerSet => ({ answers: JSON.parse(answers), count: Number(count) })),
  );
}

/** [Y5] The counts that an anonymous session keeps from its results on; they stay when seats are deleted. */
async function keptCounts({ rows }: Database, sessionId: string): Promise<CheckCounts | null> {
  const [row] = await rows<{ keptCheck: string | null }>(
    Prisma.sql`SELECT "keptCheck" FROM "session" WHERE "id" = ${sessionId}`,
  );
  return row?.keptCheck ? JSON.parse(row.keptCheck) : null;
}

export const comprehensionRows = {
  tables: (database) => ({ comprehension: comprehensionTable(database) }),
  countAlways: async (database, session) => ({ check: await countsOf(database, session) }),
  /**
   * [Y5] An anonymous session keeps its counts from its results on: counted again without a deleted seat, they would tell
   * what that seat had answered.
   */
  async moves(transaction, { id, phase, settings }, to) {
    const isTold = resultsPublic(to.phase) && !resultsPublic(phase);
    if (!isTold || settings.identity !== "anonymous" || !isOn("comprehension", settings)) return {};
    const sets = await transaction.comprehension.groupBy({
      by: ["answers"],
      where: { sessionId: id },
      _count: true,
    });
    const counts = countAnswers(
      sets.map(({ answers, _count }) => ({ answers: JSON.parse(answers), count: _count })),
    );
    return { columns: { keptCheck: JSON.stringify(counts) } };
  },
  /** [Y5] */
  keepCounts: (transaction, participantId, number) =>
    transaction.comprehension.updateMany({ where: { participantId }, data: { participantId: number } }),
  /** [Y5] The kept counts stay. */
  unlink: (transaction, participantId) => transaction.comprehension.deleteMany({ where: { participantId } }),
} as const satisfies ActivityRows;
