import type { Phase } from "#debate/rules/phase-order.ts";
import { resultsPublic } from "#debate/rules/phases.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Counted = Pick<SessionRecord, "id" | "resultsVersion" | "phaseVersion">;

/** [Z11] The results that each class saw first, as JSON. */
export function classResultStore({ reader, write }: Database) {
  return {
    async of(sessionId: string): Promise<string | null> {
      return (await reader.classResult.findUnique({ where: { sessionId } }))?.content ?? null;
    },

    /**
     * Stores results unless others than those to replace are stored, and returns the stored ones; null if a vote was reopened since
     * `session` was counted.
     */
    async keep(
      { id: sessionId, resultsVersion, phaseVersion }: Counted,
      content: string,
      replaces: string | null = null,
    ): Promise<string | null> {
      return write(async (transaction) => {
        const session = await transaction.session.findUnique({
          where: { id: sessionId },
          select: { phase: true, resultsVersion: true, phaseVersion: true, classResult: true },
        });
        if (!session || !resultsPublic(session.phase as Phase)) return null;
        if (session.resultsVersion !== resultsVersion) return null;
        const kept = session.classResult?.content ?? null;
        if (kept !== replaces) return kept;
        if (kept !== null && session.phaseVersion !== phaseVersion) return null;
        const data = { sessionId, content };
        await transaction.classResult.upsert({ where: { sessionId }, create: data, update: data });
        return content;
      }, sessionId);
    },
  };
}

/** [Z11] [V14] When voting opens again, the next results start over. */
export async function forgetResults(transaction: Transaction, sessionId: string): Promise<void> {
  await transaction.classResult.deleteMany({ where: { sessionId } });
}
