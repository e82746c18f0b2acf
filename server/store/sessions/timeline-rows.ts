import type { Moments } from "#debate/counting/timeline.ts";
import { DEBATE_ROUNDS, type Round } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import { divided, ownTurn } from "#server/platform/slices.ts";
import { AT_ONCE } from "#server/store/batching/batched-read.ts";
import type { Database } from "#server/store/database.ts";

/** Reading more takes too many milliseconds in one turn. */
const TIMES_AT_ONCE = 2_500;
/** Between times. */
const SPACE = " ";

type Times = { times: string | null; count: bigint };

/** When things happened, in whole seconds. Read as one text, because thousands of rows cost more than the query. */
export function timelineStore({ reader }: Database) {
  const removed = (sessionId: string) =>
    Prisma.sql`(SELECT "id" FROM "participant" WHERE "sessionId" = ${sessionId} AND "removedAt" IS NOT NULL)`;

  return {
    /** The phases that a session moved to, the oldest first. */
    async moves(sessionId: string): Promise<Moments["moves"]> {
      const rows = await reader.event.findMany({
        where: { sessionId, kind: "phase" },
        orderBy: { id: "asc" },
        select: { at: true, detail: true },
      });
      return rows.map(({ at, detail }) => ({ at: Math.floor(Number(at) / 1_000), phase: detail as Phase }));
    },

    /** When the ballots that count were cast, by round: those of participants who were not removed. */
    async ballots(sessionId: string): Promise<Partial<Record<Round, number[]>>> {
      const rounds: Partial<Record<Round, number[]>> = {};
      for (const round of DEBATE_ROUNDS) {
        await ownTurn();
        const rows = await reader.$queryRaw<Times[]>`
          SELECT string_agg(CAST("castAt" / 1000 AS TEXT), ${SPACE}) AS "times", COUNT(*) AS "count" FROM "ballot"
          WHERE "sessionId" = ${sessionId} AND "round" = ${round} AND "participantId" NOT IN ${removed(sessionId)}`;
        rounds[round] = rows.flatMap(timesIn);
      }
      return rounds;
    },

    /** When these rebuttals were endorsed; null if one has no time, as in old sessions. */
    async endorsements(
      sessionId: string,
      rebuttals: readonly { id: string; endorsed: number }[],
    ): Promise<number[] | null> {
      const all: number[] = [];
      const weightOf = ({ endorsed }: { endorsed: number }) => Math.max(endorsed, TIMES_AT_ONCE / AT_ONCE);
      for (const part of divided(rebuttals, TIMES_AT_ONCE, weightOf)) {
        await ownTurn();
        const rows = await reader.$queryRaw<Times[]>`
          SELECT string_agg(CAST("at" / 1000 AS TEXT), ${SPACE}) AS "times", COUNT(*) AS "count" FROM "endorsement"
          WHERE "rebuttalId" IN (${Prisma.join(part.map(({ id }) => id))})
          AND "participantId" NOT IN ${removed(sessionId)}`;
        const times = rows.flatMap(timesIn);
        if (rows.some(({ count }) => Number(count) > times.length)) return null;
        for (const at of times) all.push(at);
      }
      return all;
    },

    /** How many seats there are that were not removed. */
    people: (sessionId: string): Promise<number> =>
      reader.participant.count({ where: { sessionId, removedAt: null } }),
  };
}

function timesIn({ times }: Times): number[] {
  return times === null ? [] : times.split(SPACE).map(Number);
}
