import { PHASES } from "#debate/rules/phase-order.ts";
import { resultsPublic } from "#debate/rules/phases.ts";
import { isSplit, type TaughtClass } from "#debate/rules/splitting.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import { divided, ownTurn } from "#server/platform/slices.ts";
import type { Database } from "#server/store/database.ts";

/** Older sessions say little of today's classes. */
const NEWEST = 1_000;
const AT_ONCE = 100;
/** How long a class may be missing, in milliseconds. */
const KEPT = 60_000;

const WITH_RESULTS = PHASES.filter(resultsPublic);
type SessionRow = { id: string; hostId: string; debateId: string; settings: string };
type CountRow = { id: string; choice: "for" | "against" | "undecided"; people: bigint | number };

/** [D43] Which classes of each debate were split at their first vote. [H4] Rehearsals are none, and anonymous classes are left out. */
export function splitStore({ scan }: Pick<Database, "scan">, now: () => number = Date.now) {
  let kept = { at: Number.NEGATIVE_INFINITY, classes: Promise.resolve(new Map<string, TaughtClass[]>()) };

  async function read(): Promise<Map<string, TaughtClass[]>> {
    const sessions = await scan<SessionRow>(Prisma.sql`
      SELECT "s"."id", "s"."hostId", "f"."debateId", "s"."settings"
      FROM "session" "s" JOIN "frozen_debate" "f" ON "f"."sessionId" = "s"."id"
      WHERE "f"."debateId" IS NOT NULL AND "s"."simulated" IS NULL AND "s"."phase" IN (${Prisma.join(WITH_RESULTS)})
      ORDER BY "s"."createdAt" DESC LIMIT ${NEWEST}`);
    const open = sessions.filter(({ settings }) => JSON.parse(settings).identity !== "anonymous");
    const classes = new Map<string, TaughtClass[]>();
    for (const part of divided(open, AT_ONCE)) {
      await ownTurn();
      const counts = await scan<CountRow>(Prisma.sql`
        SELECT "sessionId" AS "id", "choice", COUNT(*) AS "people" FROM "ballot"
        WHERE "round" = 'before' AND "sessionId" IN (${Prisma.join(part.map(({ id }) => id))})
        GROUP BY "sessionId", "choice"`);
      for (const { id, hostId, debateId } of part) {
        const votes = { for: 0, against: 0, undecided: 0 };
        for (const each of counts) if (each.id === id) votes[each.choice] = Number(each.people);
        const split = isSplit(votes);
        if (split === null) continue;
        classes.set(debateId, [...(classes.get(debateId) ?? []), { hostId, split }]);
      }
    }
    return classes;
  }

  return {
    /** By the debates' ids. */
    ofDebates(): Promise<ReadonlyMap<string, readonly TaughtClass[]>> {
      if (now() - kept.at > KEPT) {
        const classes = read();
        kept = { at: now(), classes };
        classes.catch(() => {
          kept.at = Number.NEGATIVE_INFINITY;
        });
      }
      return kept.classes;
    },
  };
}
