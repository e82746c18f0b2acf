import type { Database, Transaction } from "#server/store/database.ts";

/** Whoever did something in the control room. */
export type Actor = "host" | "assistant";
export type By = { actor: Actor; at: number };

/** Something that happened in a session, for the export; never who voted what. `at` in milliseconds since the epoch. */
export type EventRecord = {
  sessionId: string;
  at: number;
  actor: Actor | "participant" | "timer";
  kind: string;
  detail?: string;
};

export async function record(
  transaction: Transaction,
  { at, detail = "", ...event }: EventRecord,
): Promise<void> {
  await transaction.event.create({ data: { ...event, detail, at: BigInt(at) } });
}

export function eventStore({ reader }: Database) {
  return {
    async ofSession(sessionId: string): Promise<EventRecord[]> {
      const rows = await reader.event.findMany({ where: { sessionId }, orderBy: { id: "asc" } });
      return rows.map(({ id: _, at, actor, ...row }) => ({
        ...row,
        at: Number(at),
        actor: actor as EventRecord["actor"],
      }));
    },
  };
}
