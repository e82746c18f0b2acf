import type { EventKind } from "#debate/rules/log.ts";
import { type Actor, DECISIONS } from "#debate/rules/moderation.ts";
import { PHASES } from "#debate/rules/phase-order.ts";
import { opensVote } from "#debate/rules/phases.ts";
import type { Step } from "#debate/rules/steps.ts";
import { Prisma, type Event as Row } from "#prisma/generated/sqlite/client.ts";
import { batchedRead } from "#server/store/batching/batched-read.ts";
import type { Database, Transaction } from "#server/store/database.ts";

/** An entry of the log and the export; never what someone voted. `at` in milliseconds since the epoch. */
export type EventRecord = {
  id: number;
  sessionId: string;
  at: number;
  actor: Actor | "participant" | "timer";
  kind: string;
  detail: string;
  /** The decision that this one replaced. */
  was: string | null;
  /** How often it happened, if one entry counts several. */
  count: number;
};

export type NewEvent = Omit<EventRecord, "id" | "kind" | "detail" | "was" | "count"> & {
  kind: EventKind;
  detail?: string;
  was?: string;
  count?: number;
};

/** Stores an event and returns its id. */
export async function record(
  transaction: Transaction,
  { at, detail = "", ...event }: NewEvent,
): Promise<number> {
  const { id } = await transaction.event.create({ data: { ...event, detail, at: BigInt(at) } });
  return id;
}

/** Stores several events and returns their ids by what they are about. */
export async function recordAll(transaction: Transaction, events: NewEvent[]): Promise<Map<string, number>> {
  const data = events.map(({ at, detail = "", ...event }) => ({ ...event, detail, at: BigInt(at) }));
  const rows = await transaction.event.createManyAndReturn({ data, select: { id: true, detail: true } });
  return new Map(rows.map(({ id, detail }) => [detail, id]));
}

/**
 * [R11] Counts repeated actions of students in one entry, the newest of its kind, so that they don't push other
 * entries out of sight. `times`: how many to add.
 */
export async function recordAgain(transaction: Transaction, event: NewEvent, times = 1): Promise<void> {
  const { sessionId, actor, kind, detail = "" } = event;
  const where = { sessionId, actor, kind, detail };
  const { _sum } = await transaction.event.aggregate({ where, _sum: { count: true } });
  await transaction.event.deleteMany({ where });
  await record(transaction, { ...event, count: Math.max(1, (_sum.count ?? 0) + times) });
}

/** [R9] The newest decision about a rebuttal or a seat. */
export function newestAbout(
  transaction: Transaction,
  sessionId: string,
  target: string,
): Promise<{ id: number; kind: string; was: string | null } | null> {
  return transaction.event.findFirst({
    where: { sessionId, detail: target, kind: { in: [...DECISIONS] } },
    orderBy: { id: "desc" },
    select: { id: true, kind: true, was: true },
  });
}

export function eventStore({ reader, rows }: Database) {
  return {
    /** A session's events, the oldest first. */
    async ofSession(sessionId: string): Promise<EventRecord[]> {
      return (await reader.event.findMany({ where: { sessionId }, orderBy: { id: "asc" } })).map(toEvent);
    },

    /** A session's newest events, the newest first; with `before`, those before that event. */
    async newestOf(sessionId: string, limit: number, before?: number): Promise<EventRecord[]> {
      const where = { sessionId, ...(before !== undefined && { id: { lt: before } }) };
      return (await reader.event.findMany({ where, orderBy: { id: "desc" }, take: limit })).map(toEvent);
    },

    /** Which of these rebuttals and seats are decided about by this event or a later one. */
    async decidedSince(sessionId: string, id: number, targets: string[]): Promise<string[]> {
      const rows = await reader.event.findMany({
        where: { sessionId, id: { gte: id }, detail: { in: targets }, kind: { in: [...DECISIONS] } },
        distinct: ["detail"],
        select: { detail: true },
      });
      return rows.map(({ detail }) => detail);
    },

    /** How many seats of a session were deleted [G3]. */
    async seatsDeleted(sessionId: string): Promise<number> {
      const where = { sessionId, kind: "seat-deleted" };
      return (await reader.event.aggregate({ where, _sum: { count: true } }))._sum.count ?? 0;
    },

    /** [V16] The steps of the reveal that were shown since voting was last open. */
    async stepsSinceVote(sessionId: string): Promise<Step[]> {
      const voting = await reader.event.findFirst({
        where: { sessionId, kind: "phase", detail: { in: PHASES.filter(opensVote) } },
        orderBy: { id: "desc" },
        select: { id: true },
      });
      const shown = await reader.event.findMany({
        where: { sessionId, kind: "step", id: { gt: voting?.id ?? 0 } },
        distinct: ["detail"],
        select: { detail: true },
      });
      return shown.map(({ detail }) => detail as Step);
    },

    /** When a session first opened its first vote. */
    firstVoteAt: batchedRead(async (sessions) => {
      const found = await rows<{ sessionId: string; at: number | bigint }>(Prisma.sql`
        SELECT "sessionId", MIN("at") AS "at" FROM "event"
        WHERE "sessionId" IN (${Prisma.join(sessions)}) AND "kind" = 'phase' AND "detail" = 'before'
        GROUP BY "sessionId"`);
      return new Map(found.map(({ sessionId, at }) => [sessionId, Number(at)]));
    }),

    /** The newest event of a session. */
    newest: batchedRead(async (sessions) => {
      const found = await rows<{ sessionId: string; newest: number | bigint }>(Prisma.sql`
        SELECT "sessionId", MAX("id") AS "newest" FROM "event"
        WHERE "sessionId" IN (${Prisma.join(sessions)}) GROUP BY "sessionId"`);
      return new Map(found.map(({ sessionId, newest }) => [sessionId, Number(newest)]));
    }),
  };
}

function toEvent({ at, actor, ...row }: Row): EventRecord {
  return { ...row, at: Number(at), actor: actor as EventRecord["actor"] };
}
