import type { EventKind } from "#debate/rules/log.ts";
import type { Actor } from "#debate/rules/moderation.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { readTogether } from "#server/store/together.ts";

/** Something that happened in a session, for the log and the export; never who voted what. `at` in milliseconds since the epoch. */
export type EventRecord = {
  id: number;
  sessionId: string;
  at: number;
  actor: Actor | "participant" | "timer";
  kind: string;
  detail: string;
  /** What a decision replaced. */
  was: string | null;
};

export type NewEvent = Omit<EventRecord, "id" | "kind" | "detail" | "was"> & {
  kind: EventKind;
  detail?: string;
  was?: string;
};

/** Stores an event and answers its id. */
export async function record(
  transaction: Transaction,
  { at, detail = "", ...event }: NewEvent,
): Promise<number> {
  const { id } = await transaction.event.create({ data: { ...event, detail, at: BigInt(at) } });
  return id;
}

export function eventStore({ reader }: Database) {
  return {
    /** What happened in a session, the oldest first; where a limit is given, only the newest so many. */
    async ofSession(sessionId: string, limit?: number): Promise<EventRecord[]> {
      const rows = await reader.event.findMany({
        where: { sessionId },
        orderBy: { id: "desc" },
        ...(limit !== undefined && { take: limit }),
      });
      return rows.reverse().map(({ at, actor, ...row }) => ({
        ...row,
        at: Number(at),
        actor: actor as EventRecord["actor"],
      }));
    },

    /** The newest event of a session. */
    newest: readTogether(async (sessions) => {
      const rows = await reader.event.groupBy({
        by: ["sessionId"],
        where: { sessionId: { in: sessions } },
        _max: { id: true },
      });
      return new Map(rows.map(({ sessionId, _max }) => [sessionId, _max.id ?? 0]));
    }),
  };
}
