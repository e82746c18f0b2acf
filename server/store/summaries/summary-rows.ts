import type { Phase } from "#debate/rules/phase-order.ts";
import { resultsPublic } from "#debate/rules/phases.ts";
import type { Database } from "#server/store/database.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** [S26] The first summary of each session, as JSON. */
export function summaryStore({ reader, write }: Pick<Database, "reader" | "write">) {
  return {
    async of(sessionId: string): Promise<string | null> {
      return (await reader.sessionSummary.findUnique({ where: { sessionId } }))?.content ?? null;
    },

    /** Stores a summary unless there is one, and returns the stored one; null if a vote was reopened since `session` was counted. */
    keep(
      { id: sessionId, resultsVersion }: Pick<SessionRecord, "id" | "resultsVersion">,
      id: string,
      content: string,
    ): Promise<string | null> {
      return write(async (transaction) => {
        const session = await transaction.session.findUnique({
          where: { id: sessionId },
          select: { phase: true, resultsVersion: true, summary: true },
        });
        if (session?.summary) return session.summary.content;
        if (!session || !resultsPublic(session.phase as Phase)) return null;
        if (session.resultsVersion !== resultsVersion) return null;
        await transaction.sessionSummary.create({ data: { sessionId, id, content } });
        return content;
      }, sessionId);
    },

    /** [S28] Those of some ids that are of sessions here, and whose these are. */
    async known(ids: readonly string[]): Promise<{ id: string; hostId: string }[]> {
      const rows = await reader.sessionSummary.findMany({
        where: { id: { in: [...ids] } },
        select: { id: true, session: { select: { hostId: true } } },
      });
      return rows.map(({ id, session }) => ({ id, hostId: session.hostId }));
    },
  };
}
