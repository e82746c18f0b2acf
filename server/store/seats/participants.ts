import type { Side } from "#debate/rules/choices.ts";
import type { Person } from "#debate/rules/identity.ts";
import { glance } from "#debate/rules/lookalikes.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";
import { Prisma, type Participant as Row } from "#prisma/generated/sqlite/client.ts";
import { divided, ownTurn } from "#server/platform/slices.ts";
import type { WriteMetrics } from "#server/platform/write-metrics.ts";
import { AT_ONCE, batchedRead } from "#server/store/batching/batched-read.ts";
import { createGroupWriter } from "#server/store/batching/group-writer.ts";
import type { Database, Seating } from "#server/store/database.ts";
import { toRebuttal } from "#server/store/rebuttals/rebuttal-rows.ts";
import { renameSeat } from "#server/store/seats/rename-seat.ts";
import { readSeatAccess } from "#server/store/seats/seat-access.ts";
import { seatIds } from "#server/store/sessions/seat-ids.ts";
import { IS_JOINABLE } from "#server/store/sql-conditions.ts";

/** Reading more takes too many milliseconds in one turn. */
const SEATS_AT_ONCE = 250;
/** Without Prisma. */
const SEATED_AT_ONCE = 1_000;
/** Seats in one statement, which takes 999 values in SQLite, five for each. */
const COMPARED_AT_ONCE = 150;

export type ParticipantRecord = Omit<Seating, "at" | "firstSide" | "studentId"> &
  Drawn & {
    removed: boolean;
    wordsDeleted: boolean;
    /** [Y8] A ballot slip. */
    onPaper: boolean;
  };
/** `onPaper`: a number in SQLite. */
type SeatedPerson = Person & { onPaper: boolean | number };
type Seated = "seated" | "held" | "taken" | "shut" | "gone" | "busy";

/** [X9] What activities drew for a seat when it joined; null if nothing. */
export type Drawn = { firstSide: Side | null };

/** The ids of rebuttals that a seat wrote, endorsed and reported. */
export type OwnRecord = {
  name: string;
  posted: string[];
  endorsed: string[];
  reported: { rebuttalId: string; status: RebuttalStatus; settled: boolean }[];
};

export function participantStore(database: Database, watch: WriteMetrics) {
  const { reader, storeSeats, groupKeyOf } = database;

  /** The seats that have the ids or names of these. In parts: a statement takes 999 values in SQLite. */
  async function heldBy(seats: readonly Seating[]) {
    const held: { id: string; sessionId: string; name: string }[] = [];
    for (const part of divided(seats, COMPARED_AT_ONCE)) {
      const same = part.map(({ id, sessionId, name }) => {
        const inSession = Prisma.sql`"sessionId" = ${sessionId}`;
        return Prisma.sql`"id" = ${id} OR (${inSession} AND "name" = ${name}) OR (${inSession} AND "nameKey" = ${glance(name)})`;
      });
      held.push(
        ...(await database.rows<(typeof held)[number]>(
          Prisma.sql`SELECT "id", "sessionId", "name" FROM "participant" WHERE ${Prisma.join(same, " OR ")}`,
        )),
      );
    }
    return held;
  }

  return {
    byId: batchedRead(async (ids) => {
      const found = await database.rows<Row>(
        Prisma.sql`SELECT * FROM "participant" WHERE "id" IN (${Prisma.join(ids)})`,
      );
      return new Map(found.map((row) => [row.id, toParticipant(row)]));
    }),

    access: readSeatAccess(database),

    /** Which of these seats were deleted or removed. */
    async withoutPlace(ids: string[]): Promise<string[]> {
      const without: string[] = [];
      // One query after the other, because votes are more urgent.
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const asked = ids.slice(from, from + AT_ONCE);
        const where = { id: { in: asked }, removedAt: null };
        const rows = await reader.participant.findMany({ where, select: { id: true } });
        const found = new Set(rows.map(({ id }) => id));
        without.push(...asked.filter((id) => !found.has(id)));
      }
      return without;
    },

    own: batchedRead(async (ids) => {
      const theirs = Prisma.sql`"participantId" IN (${Prisma.join(ids)})`;
      const seats = await database.rows<Pick<Row, "id" | "name">>(
        Prisma.sql`SELECT "id", "name" FROM "participant" WHERE "id" IN (${Prisma.join(ids)})`,
      );
      const owned = new Map<string, OwnRecord>(
        seats.map(({ id, name }) => [
          id,
          {
            name,
            posted: [],
            endorsed: [],
            reported: [],
          },
        ]),
      );
      type Of<Fields> = Fields & { participantId: string };
      const posted = await database.rows<Of<{ id: string }>>(
        Prisma.sql`SELECT "id", "participantId" FROM "rebuttal" WHERE ${theirs}`,
      );
      for (const { id, participantId } of posted) owned.get(participantId)?.posted.push(id);
      const endorsed = await database.rows<Of<{ rebuttalId: string }>>(
        Prisma.sql`SELECT "rebuttalId", "participantId" FROM "endorsement" WHERE ${theirs}`,
      );
      for (const { rebuttalId, participantId } of endorsed)
        owned.get(participantId)?.endorsed.push(rebuttalId);
      const reports = await database.rows<Of<OwnRecord["reported"][number]>>(Prisma.sql`
        SELECT "report"."participantId", "report"."rebuttalId", "settled", "rebuttal"."status"
        FROM "report" JOIN "rebuttal" ON "rebuttal"."id" = "report"."rebuttalId"
        WHERE "report"."participantId" IN (${Prisma.join(ids)})`);
      for (const { participantId, rebuttalId, settled, status } of reports)
        owned.get(participantId)?.reported.push({ rebuttalId, settled: Boolean(settled), status });
      return owned;
    }),

    /** [G1] Everything about a seat except its ballots; null if there is no such seat. */
    async everythingOf(id: string) {
      const row = await reader.participant.findUnique({
        where: { id },
        include: {
          rebuttals: { orderBy: { at: "asc" } },
          endorsements: true,
          exposures: true,
          reports: true,
        },
      });
      return (
        row && {
          ...toParticipant(row),
          joinedAt: Number(row.joinedAt),
          removedAt: row.removedAt === null ? null : Number(row.removedAt),
          rebuttals: row.rebuttals.map(toRebuttal),
          withdrawn: row.withdrawn,
          wordsDeletedAt: row.wordsDeletedAt === null ? null : Number(row.wordsDeletedAt),
          endorsed: row.endorsements.map(({ rebuttalId }) => rebuttalId),
          endorsedAt: row.endorsements.flatMap(({ rebuttalId, at }) =>
            at === null ? [] : [{ rebuttalId, at: Number(at) }],
          ),
          shown: row.exposures.map(({ rebuttalId }) => rebuttalId),
          reports: row.reports.map(({ rebuttalId, reason, settled, at }) => ({
            rebuttalId,
            reason,
            settled,
            at: Number(at),
          })),
        }
      );
    },

    async ofSession(sessionId: string): Promise<ParticipantRecord[]> {
      const seats: ParticipantRecord[] = [];
      // By id, which is random: the order of arrival must stay secret in an anonymous session.
      const ids = (await seatIds(database.rows, sessionId, { withRemoved: true })).sort();
      for (const part of divided(ids, SEATS_AT_ONCE)) {
        await ownTurn();
        const found = await database.rows<Row>(
          Prisma.sql`SELECT * FROM "participant" WHERE "id" IN (${Prisma.join(part)}) ORDER BY "id"`,
        );
        for (const row of found) seats.push(toParticipant(row));
      }
      return seats;
    },

    /** Without removed seats. Sorted by name, which has an index and reveals no order of arrival. */
    async seated(sessionId: string): Promise<SeatedPerson[]> {
      const seats: SeatedPerson[] = [];
      for (let page = 0; seats.length === page * SEATED_AT_ONCE; page += 1) {
        await ownTurn();
        const found = await database.rows<SeatedPerson>(Prisma.sql`
          SELECT "id", "name", "realName", "onPaper" FROM "participant"
          WHERE "sessionId" = ${sessionId} AND "removedAt" IS NULL AND "name" > ${seats.at(-1)?.name ?? ""}
          ORDER BY "name" LIMIT ${SEATED_AT_ONCE}`);
        for (const seat of found) seats.push(seat);
      }
      return seats;
    },

    async namesIn(sessionId: string): Promise<string[]> {
      const rows = await reader.participant.findMany({ where: { sessionId }, select: { name: true } });
      return rows.map(({ name }) => name);
    },

    /** [Q10] */
    rename: (seat: Parameters<typeof renameSeat>[1], name: string): Promise<string[] | null> =>
      database.write((transaction) => renameSeat(transaction, seat, name), seat.sessionId),

    /** Stores a seat, unless it or its name was taken in the meantime, joining was closed or [Q7] its student left the class. */
    seat: createGroupWriter<Seating, Seated>(
      {
        store: storeSeats,
        stored: () => "seated",
        async explain(seats) {
          const asked = [...new Set(seats.map(({ sessionId }) => sessionId))];
          const open = await database.rows<{ id: string }>(Prisma.sql`
            SELECT "id" FROM "session" WHERE "id" IN (${Prisma.join(asked)}) AND ${Prisma.raw(IS_JOINABLE)}`);
          const taken = await heldBy(seats);
          const ofClass = seats.flatMap(({ studentId }) => studentId ?? []);
          const known =
            ofClass.length > 0
              ? await reader.classStudent.findMany({
                  where: { id: { in: ofClass }, leftAt: null },
                  select: { id: true },
                })
              : [];
          return ({ id, sessionId, name, studentId }) => {
            if (taken.some((seat) => seat.id === id)) return "held";
            if (!open.some(({ id }) => id === sessionId)) return "shut";
            if (studentId && !known.some(({ id }) => id === studentId)) return "gone";
            const looks = glance(name);
            return taken.some((seat) => seat.sessionId === sessionId && glance(seat.name) === looks)
              ? "taken"
              : null;
          };
        },
        busy: () => "busy",
      },
      groupKeyOf,
      watch,
    ),
  };
}

function toParticipant(row: Row): ParticipantRecord {
  const { id, sessionId, name, realName, claimHash, removedAt, wordsDeletedAt } = row;
  const [removed, wordsDeleted] = [removedAt !== null, wordsDeletedAt !== null];
  return {
    ...{ id, sessionId, name, realName, claimHash, removed, wordsDeleted },
    ...drawnFor(row),
    onPaper: Boolean(row.onPaper),
  };
}

function drawnFor({ firstSide }: Pick<Row, "firstSide">): Drawn {
  return { firstSide: firstSide as Side | null };
}
