import type { Phase } from "#debate/rules/phases.ts";
import { mayArgue } from "#debate/rules/rebuttals.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { Transaction } from "#server/store/database.ts";
import { readSettings } from "#server/store/session-rows.ts";

/** A participant who acts on a rebuttal. */
export type Arguing = { sessionId: string; participantId: string };

// In raw statements: Prisma's own queries take twice the CPU, and a hall stores a dozen groups a second.
export const distinct = (ids: string[]) => Prisma.join([...new Set(ids)]);

/** A session, with each of the seats that it has. */
type Seated = { phase: string; settings: string } & (
  | { id: string; name: string; removedAt: bigint | null; withdrawn: number }
  | { id: null }
);

/** [R1] Which of these seats may argue in a session now. `seats`: those that the session has. */
export async function arguing(transaction: Transaction, sessionId: string, participantIds: string[]) {
  const rows = await transaction.$queryRaw<Seated[]>`
    SELECT "session"."phase", "session"."settings", "participant"."id", "participant"."name",
      "participant"."removedAt", "participant"."withdrawn"
    FROM "session" LEFT JOIN "participant"
      ON "participant"."sessionId" = "session"."id" AND "participant"."id" IN (${distinct(participantIds)})
    WHERE "session"."id" = ${sessionId}`;
  const [session] = rows;
  const settings = session && readSettings(session);
  const seats = new Map(rows.flatMap((row) => (row.id === null ? [] : [[row.id, row] as const])));
  return {
    seats: [...seats.keys()],
    of(participantId: string): Result<{ settings: Settings; name: string; withdrawn: number }> {
      const seat = seats.get(participantId);
      if (!session || !settings || !seat) return refuse("not-found");
      const allowed = mayArgue({ phase: session.phase as Phase, removed: seat.removedAt !== null });
      return allowed.ok ? accept({ settings, name: seat.name, withdrawn: seat.withdrawn }) : allowed;
    },
  };
}

/** [R14] Hidden rebuttals take no room from the class, but still count for their seat. */
export async function crowdOf(transaction: Transaction, sessionId: string, participantIds: string[]) {
  const own = await transaction.rebuttal.groupBy({
    by: ["participantId"],
    where: { participantId: { in: participantIds } },
    _count: true,
  });
  return {
    own: new Map(own.map(({ participantId, _count }) => [participantId, _count])),
    all: await transaction.rebuttal.count({
      where: { sessionId, status: { in: ["published", "pending"] } },
    }),
    seats: await transaction.participant.count({ where: { sessionId, removedAt: null } }),
  };
}
