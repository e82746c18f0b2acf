import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { Database } from "#server/store/database.ts";

/** What is stored of a student in a session of the class. [Q11] No vote is read. */
export type YearRow = {
  sessionId: string;
  rebuttals: { body: string; isReply: boolean }[];
  mark: { levels: Record<string, number>; comment: string } | null;
};
type Criterion = { id: string; name: string };

/** [Q11] A student's year: seats, words and marks, by session. */
export function studentYearStore({ reader, rows }: Pick<Database, "reader" | "rows">) {
  return {
    async of(studentId: string): Promise<YearRow[]> {
      const seats = await reader.participant.findMany({
        where: { studentId, removedAt: null },
        select: {
          ...{ id: true, sessionId: true, mark: true },
          rebuttals: { orderBy: [{ at: "asc" }, { id: "asc" }], select: { body: true, replyTo: true } },
        },
      });
      return seats.map(({ sessionId, mark, rebuttals }) => ({
        sessionId,
        rebuttals: rebuttals.map(({ body, replyTo }) => ({ body, isReply: replyTo !== null })),
        mark: mark && { levels: JSON.parse(mark.levels), comment: mark.comment },
      }));
    },

    /** What each session is marked by. */
    async criteriaOf(sessions: readonly string[]): Promise<Map<string, Criterion[]>> {
      if (sessions.length === 0) return new Map();
      const found = await rows<{ sessionId: string; criteria: string }>(
        Prisma.sql`SELECT "sessionId", "criteria" FROM "marking" WHERE "sessionId" IN (${Prisma.join([...sessions])})`,
      );
      return new Map(found.map(({ sessionId, criteria }) => [sessionId, JSON.parse(criteria)]));
    },
  };
}
