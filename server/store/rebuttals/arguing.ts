import type { Phase } from "#debate/rules/phase-order.ts";
import { mayArgue } from "#debate/rules/rebuttals.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { Transaction } from "#server/store/database.ts";
import { readSettings } from "#server/store/sessions/session-rows.ts";

/** A participant who acts on a rebuttal. */
export type Arguing = { sessionId: string; participantId: string };

// In raw statements: Prisma's own queries take twice the CPU, and a hall stores a dozen groups a second.
export const distinct = (ids: string[]) => Prisma.join([...new Set(ids)]);

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

type Count = { what: "own" | "all" | "seats" | "gone"; id: string; count: bigint | number };

/** [R14] Hidden rebuttals count for their seat's limit, but not for the class's. `gone`: which of the ids were withdrawn. */
export async function roomFor(
  transaction: Transaction,
  sessionId: string,
  { ids, seats }: { ids: string[]; seats: string[] },
) {
  const counts = await transaction.$queryRaw<Count[]>`
    SELECT 'own' AS "what", "participantId" AS "id", COUNT(*) AS "count" FROM "rebuttal"
    WHERE "participantId" IN (${distinct(["", ...seats])}) GROUP BY "participantId"
    UNION ALL SELECT 'all', '', COUNT(*) FROM "rebuttal"
    WHERE "sessionId" = ${sessionId} AND "status" IN ('published', 'pending')
    UNION ALL SELECT 'seats', '', COUNT(*) FROM "participant" WHERE "sessionId" = ${sessionId} AND "removedAt" IS NULL
    UNION ALL SELECT 'gone', "id", 1 FROM "withdrawn" WHERE "id" IN (${distinct(ids)})`;
  const of = (what: Count["what"]) =>
    new Map(counts.filter((each) => each.what === what).map(({ id, count }) => [id, Number(count)]));
  const own = of("own");
  const crowd = { own, all: of("all").get("") ?? 0, seats: of("seats").get("") ?? 0 };
  return { crowd, gone: new Set(of("gone").keys()) };
}
