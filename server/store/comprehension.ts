import { type AnswerSet, type Answers, type CheckCounts, countAnswers } from "#debate/content/questions.ts";
import { type Phase, resultsPublic } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import { unwatched } from "#server/platform/watch.ts";
import type { Client, Database, Transaction } from "#server/store/database.ts";
import { createGroupWriter, type Storing } from "#server/store/group-writer.ts";
import { readSettings, type SessionRecord } from "#server/store/session-rows.ts";

type Given = { sessionId: string; participantId: string; answers: Answers };

/** [Y4] Answers to the questions on the positions. */
export function comprehensionStore({ reader, write }: Database) {
  // A class answers within the same minutes, as it guesses.
  const storing: Storing<Given, Result<void>> = {
    store: (all) =>
      write(async (transaction) => {
        const reasonOf = await reasons(transaction, all);
        const stored = all.filter((given) => reasonOf(given) === null);
        const newest = new Map(stored.map((given) => [given.participantId, given]));
        await transaction.comprehension.deleteMany({ where: { participantId: { in: [...newest.keys()] } } });
        await transaction.comprehension.createMany({
          data: [...newest.values()].map((given) => ({ ...given, answers: JSON.stringify(given.answers) })),
        });
        return all.filter((given) => !stored.includes(given));
      }, all[0]?.sessionId),
    stored: () => accept(undefined),
    explain: (all) => reasons(reader, all),
    busy: () => refuse("busy"),
  };

  return {
    /** Stores a seat's answers in place of older ones. The session's version stays. */
    answer: createGroupWriter(storing, ({ sessionId }) => sessionId, unwatched()),
  };
}

/** Why answers about one session are not stored; null if they are. */
async function reasons(
  database: Pick<Client | Transaction, "session" | "participant">,
  all: Given[],
): Promise<(given: Given) => Result<void> | null> {
  const sessionId = all[0]?.sessionId ?? "";
  const session = await database.session.findUnique({ where: { id: sessionId } });
  const ids = all.map(({ participantId }) => participantId);
  const seats = await database.participant.findMany({
    where: { sessionId, id: { in: ids } },
    select: { id: true, removedAt: true },
  });
  const removed = new Map(seats.map(({ id, removedAt }) => [id, removedAt !== null]));
  const isAsked = session?.phase === "reading" && readSettings(session).comprehension;
  return ({ participantId }) => {
    const isRemoved = removed.get(participantId);
    if (isRemoved === undefined) return refuse("not-found");
    if (isRemoved) return refuse("removed");
    return isAsked ? null : refuse("wrong-phase");
  };
}

const KEPT = 1_000;

/** [Y5] Counts the answers of those who were not removed. Outside of `reading` only after the version has changed. */
export function createAnswerCounts({ rows }: Pick<Database, "rows">) {
  const counted = new Map<string, { version: number; counts: CheckCounts }>();
  return async ({ id, version, phase, settings, keptCheck }: SessionRecord): Promise<CheckCounts | null> => {
    if (!settings.comprehension) return null;
    if (keptCheck) return keptCheck;
    const kept = counted.get(id);
    if (phase !== "reading" && kept?.version === version) return kept.counts;
    const sets = await rows<{ answers: string; count: bigint | number }>(Prisma.sql`
      SELECT "answers", COUNT(*) AS "count" FROM "comprehension"
      JOIN "participant" ON "participant"."id" = "comprehension"."participantId"
      WHERE "comprehension"."sessionId" = ${id} AND "removedAt" IS NULL GROUP BY "answers"`);
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
  if (!isTold || settings.identity !== "anonymous" || !settings.comprehension) return undefined;
  const sets = await transaction.comprehension.groupBy({
    by: ["answers"],
    where: { sessionId: id, participant: { removedAt: null } },
    _count: true,
  });
  return countAnswers(sets.map(({ answers, _count }) => ({ answers: JSON.parse(answers), count: _count })));
}
