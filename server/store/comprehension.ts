import { type AnswerSet, type Answers, type CheckCounts, countAnswers } from "#debate/content/questions.ts";
import { type Phase, resultsPublic } from "#debate/rules/phases.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { createSeatWriter, theirs } from "#server/store/seat-writer.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

type Given = { sessionId: string; participantId: string; answers: Answers };

/** [Y4] Answers to the questions on the positions. */
export function comprehensionStore(database: Database) {
  return {
    /** Stores a seat's answers in place of older ones. */
    answer: createSeatWriter<Given>(database, {
      whyNot: ({ phase, settings }) =>
        phase === "reading" && settings.activities.comprehension ? null : "wrong-phase",
      async replace(transaction, newest) {
        await transaction.comprehension.deleteMany(theirs(newest));
        await transaction.comprehension.createMany({
          data: newest.map((given) => ({ ...given, answers: JSON.stringify(given.answers) })),
        });
      },
    }),
  };
}

const KEPT = 1_000;

/** [Y5] Counts the answers, also of removed seats: the difference would tell what they chose. Outside of `reading` only after the version has changed. */
export function createAnswerCounts({ rows }: Pick<Database, "rows">) {
  const counted = new Map<string, { version: number; counts: CheckCounts }>();
  return async ({ id, version, phase, settings, keptCheck }: SessionRecord): Promise<CheckCounts | null> => {
    if (!settings.activities.comprehension) return null;
    if (keptCheck) return keptCheck;
    const kept = counted.get(id);
    if (phase !== "reading" && kept?.version === version) return kept.counts;
    const sets = await rows<{ answers: string; count: bigint | number }>(Prisma.sql`
      SELECT "answers", COUNT(*) AS "count" FROM "comprehension" WHERE "sessionId" = ${id} GROUP BY "answers"`);
    const counts = countAnswers(
      sets.map(({ answers, count }): AnswerSet => ({ answers: JSON.parse(answers), count: Number(count) })),
    );
    if (counted.size >= KEPT) counted.clear();
    counted.set(id, { version, counts });
    return counts;
  };
}

/**
 * [Y5] What an anonymous session that comes to its results keeps: counted again after a seat was deleted, it would tell
 * what that seat had answered.
 */
export async function answersToKeep(
  transaction: Transaction,
  { id, phase, settings }: SessionRecord,
  to: Phase | undefined,
): Promise<CheckCounts | undefined> {
  const isTold = to !== undefined && resultsPublic(to) && !resultsPublic(phase);
  if (!isTold || settings.identity !== "anonymous" || !settings.activities.comprehension) return undefined;
  const sets = await transaction.comprehension.groupBy({
    by: ["answers"],
    where: { sessionId: id },
    _count: true,
  });
  return countAnswers(sets.map(({ answers, _count }) => ({ answers: JSON.parse(answers), count: _count })));
}
