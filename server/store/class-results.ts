import { type Phase, resultsPublic } from "#debate/rules/phases.ts";
import type { Database, Transaction } from "#server/store/database.ts";

/** [Z11] The results that each class saw first, as JSON. */
export function classResultStore({ reader, write }: Database) {
  return {
    async of(sessionId: string): Promise<string | null> {
      return (await reader.classResult.findUnique({ where: { sessionId } }))?.content ?? null;
    },

    /**
     * Stores it unless there is one, and returns the stored one; null if voting was reopened meanwhile, also if it has closed
     * again. `resultsVersion`: that of the session whose votes were counted.
     */
    async keep(sessionId: string, resultsVersion: number, content: string): Promise<string | null> {
      return write(async (transaction) => {
        const session = await transaction.session.findUnique({
          where: { id: sessionId },
          select: { phase: true, resultsVersion: true, classResult: true },
        });
        if (!session || !resultsPublic(session.phase as Phase)) return null;
        if (session.resultsVersion !== resultsVersion) return null;
        if (session.classResult) return session.classResult.content;
        await transaction.classResult.create({ data: { sessionId, content } });
        return content;
      }, sessionId);
    },
  };
}

/** [Z11] [V14] When voting opens again, the next results start over, with new guesses. */
export async function forgetResults(transaction: Transaction, sessionId: string): Promise<void> {
  await transaction.classResult.deleteMany({ where: { sessionId } });
  await transaction.guess.deleteMany({ where: { sessionId } });
}
