import { type Debate, storedDebate } from "#debate/content/debate.ts";
import { SessionGone } from "#server/platform/failures.ts";
import type { Database } from "#server/store/database.ts";

/** [D18] The debate that a session was opened with, and its version then. */
export type DebateOrigin = { debateId: string; debateVersion: string };

export function toOrigin(
  row: { debateId: string | null; debateVersion: string | null } | null,
): DebateOrigin | null {
  const { debateId = null, debateVersion = null } = row ?? {};
  return debateId === null || debateVersion === null ? null : { debateId, debateVersion };
}

const DEBATES_KEPT = 200;

/** The copies of debates that sessions were opened with. */
export function frozenDebates({ reader }: Database) {
  const debates = new Map<string, Debate>();
  return {
    /** The frozen copy of the debate. It never changes, so it is kept in memory. Throws `SessionGone`. */
    async debateOf(id: string): Promise<Debate> {
      const kept = debates.get(id);
      if (kept) return kept;
      const stored = await reader.frozenDebate.findUnique({ where: { sessionId: id } });
      if (!stored) throw new SessionGone();
      const parsed = storedDebate(stored.content);
      if (debates.size >= DEBATES_KEPT) debates.delete(debates.keys().next().value ?? "");
      debates.set(id, parsed);
      return parsed;
    },

    /** The debate that a session has a copy of; null where that was not kept, or the session is gone. */
    async originOf(id: string): Promise<DebateOrigin | null> {
      const row = await reader.frozenDebate.findUnique({
        where: { sessionId: id },
        select: { debateId: true, debateVersion: true },
      });
      return toOrigin(row);
    },

    forget: (id: string) => debates.delete(id),
  };
}
