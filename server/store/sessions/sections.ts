import { type Moves, movesIn } from "#debate/counting/movement.ts";
import type { Choice } from "#debate/rules/choices.ts";
import { PHASES } from "#debate/rules/phase-order.ts";
import { resultsPublic } from "#debate/rules/phases.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import { divided, ownTurn } from "#server/platform/slices.ts";
import type { Database } from "#server/store/database.ts";
import { seatIds } from "#server/store/sessions/seat-ids.ts";
import { type OnUnreadable, readableIn, type SessionRecord } from "#server/store/sessions/session-rows.ts";

/** A session with the resolution of its own copy of the debate. */
export type SectionRecord = { session: SessionRecord; resolution: string };

/** Counting more takes too many milliseconds in one turn. */
const SEATS_AT_ONCE = 500;

const WITH_RESULTS = PHASES.filter(resultsPublic);

/** Sessions as sections of one resolution. [H4] Rehearsals are none. One that can't be read is left out. */
export function sectionStore(
  { reader, rows }: Pick<Database, "reader" | "rows">,
  onUnreadable: OnUnreadable,
) {
  async function find(where: Prisma.SessionWhereInput): Promise<SectionRecord[]> {
    const rows = await reader.session.findMany({
      where,
      orderBy: { createdAt: "asc" },
      include: { debate: { select: { resolution: true } } },
    });
    return readableIn(rows, onUnreadable)
      .map(({ session, row }) => ({ session, resolution: row.debate?.resolution ?? "" }))
      .filter(({ session }) => session.simulated === undefined);
  }

  return {
    /** An instructor's sessions that have reached their results, the oldest first; of one resolution, if it is named. */
    ofHost: (hostId: string, resolution?: string) =>
      find({
        hostId,
        phase: { in: WITH_RESULTS },
        ...(resolution !== undefined && { debate: { resolution } }),
      }),

    /** An instructor's sessions that were opened with a debate and have reached their results, the newest first. */
    async ofDebate(hostId: string, debateId: string): Promise<SessionRecord[]> {
      const found = await find({ hostId, phase: { in: WITH_RESULTS }, debate: { debateId } });
      return found.map(({ session }) => session).reverse();
    },

    /** Those of some codes that are the instructor's own. */
    byCodes: (hostId: string, codes: readonly string[]) => find({ hostId, code: { in: [...codes] } }),

    /** [M2] [B4] How people moved who voted before and after. Reads nine counts, and no ballots. */
    async movesOf(sessionId: string): Promise<Moves> {
      const moves = movesIn([
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ]);
      const seats = await seatIds(rows, sessionId);
      for (const part of divided(seats, SEATS_AT_ONCE)) {
        await ownTurn();
        const found = await rows<{ first: Choice; later: Choice; people: bigint | number }>(Prisma.sql`
          SELECT "b"."choice" AS "first", "a"."choice" AS "later", COUNT(*) AS "people"
          FROM "ballot" "b" JOIN "ballot" "a" ON "a"."participantId" = "b"."participantId" AND "a"."round" = 'after'
          WHERE "b"."round" = 'before' AND "b"."participantId" IN (${Prisma.join(part)})
          GROUP BY "b"."choice", "a"."choice"`);
        for (const { first, later, people } of found) moves[first][later] += Number(people);
      }
      return moves;
    },
  };
}
