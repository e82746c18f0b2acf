import type { OwnPair, OwnTable, PairLine } from "#debate/activities/pairs/rules.ts";
import type { Choice } from "#debate/rules/choices.ts";
import { present } from "#debate/rules/present.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import { pairsColumns } from "#server/activities/pairs/columns.ts";
import { type Asked, requestsOf } from "#server/activities/pairs/request-rows.ts";
import { pairRequests } from "#server/activities/pairs/requests.ts";
import {
  companySince,
  type Dice,
  grouped,
  STANDING,
  seatAgain,
  seatAll,
} from "#server/activities/pairs/seating.ts";
import { membersOf, nowIn, pairWriters } from "#server/activities/pairs/writers.ts";
import { batchedRead } from "#server/store/batching/batched-read.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import type { Deciding } from "#server/store/moderation/deciding.ts";
import { record } from "#server/store/sessions/events.ts";
import { bump } from "#server/store/sessions/session-version.ts";

/** How many of the newest lines a seat is sent. */
const LINES_SHOWN = 60;

export function pairStore(database: Database) {
  const { reader, write, rows } = database;

  return {
    ...pairWriters(database),
    ...pairRequests(database),

    /** [P23] Pairs everyone who is there anew; the script has not begun then. */
    async make(
      { sessionId, at, isHere }: { sessionId: string; at: number; isHere: (id: string) => boolean },
      dice: Dice,
    ): Promise<Result<string[]>> {
      return write(
        async (transaction) => {
          const { isOpen } = await nowIn(transaction, sessionId);
          if (!isOpen) return refuse("wrong-phase");
          const { seats, tables } = await seatAll(transaction, { sessionId, at, isHere }, dice);
          await setPairing(transaction, sessionId, at);
          await record(transaction, {
            sessionId,
            at,
            actor: "host",
            kind: "pairs-made",
            detail: `${tables}`,
          });
          return accept(seats);
        },
        sessionId,
        "first",
      );
    },

    /** [P24] After seats were removed or deleted. Resolves to the seats to notify. */
    async mend(sessionId: string, at: number, dice: Dice): Promise<string[]> {
      return write(async (transaction) => {
        const { isOpen, pairing } = await nowIn(transaction, sessionId);
        if (!isOpen || !pairing) return [];
        const touched = await seatAgain(transaction, { sessionId, at, madeAt: pairing.madeAt }, dice);
        if (touched.length > 0) await bump(transaction, sessionId);
        return touched;
      }, sessionId);
    },

    /** [P27] Hides a line, or shows it. Resolves to the seats to notify. */
    async moderate(
      deciding: Deciding,
      id: string,
      status: "published" | "hidden",
    ): Promise<Result<string[]>> {
      const { sessionId } = deciding;
      return write(async (transaction) => {
        const line = await transaction.pairLine.findFirst({ where: { id, sessionId } });
        if (!line) return refuse("not-found");
        if (line.status === status) return accept([]);
        await transaction.pairLine.update({ where: { id }, data: { status } });
        const kind = status === "hidden" ? "pair-line-hidden" : "pair-line-shown";
        await record(transaction, { ...deciding, kind });
        await bump(transaction, sessionId);
        return accept([line.participantId, ...(await membersOf(transaction, line.groupId))]);
      }, sessionId);
    },

    /** [P26] Each seat's table and partners, by the names that the class sees. */
    ofSeat: batchedRead(async (ids) => {
      const found = new Map<string, OwnPair>();
      type Seat = {
        participantId: string;
        groupId: string | null;
        tableNumber: number;
        place: number;
        since: bigint;
      };
      const own = await rows<Seat>(
        Prisma.sql`SELECT * FROM "pair_seat" WHERE "participantId" IN (${Prisma.join(ids)})`,
      );
      const groups = [...new Set(own.flatMap(({ groupId }) => groupId ?? []))];
      const people = groups.length === 0 ? [] : await peopleIn(groups);
      const lines = groups.length === 0 ? [] : await linesIn(groups);
      const requests = own.length === 0 ? [] : await requestsOf(database, ids);
      const byGroup = grouped(people);
      const linesBy = grouped(lines);
      for (const { participantId, groupId, tableNumber, place, since } of own) {
        if (groupId === null) {
          found.set(participantId, "away");
          continue;
        }
        const company = byGroup.get(groupId) ?? [];
        const partners = company
          .filter(({ id }) => id !== participantId)
          .map(({ place, name, choice }) => ({ place, name, choice }));
        const said = (linesBy.get(groupId) ?? []).filter(
          (line) =>
            line.author === participantId ||
            (line.status === "published" && Number(line.at) >= Number(since)),
        );
        const table: OwnTable = {
          ...{ table: tableNumber, group: groupId, since: companySince(company), place, partners },
          ...requestsAt(participantId, requests),
          lines: said.slice(-LINES_SHOWN).map(
            ({ id, author, name, body, status, at }): PairLine => ({
              ...{ id, by: author === participantId ? "you" : name, body, status, at: Number(at) },
            }),
          ),
        };
        found.set(participantId, table);
      }
      return found;
    }),

    /** [P27] All lines at a table with their authors, for the host. */
    async linesAt(sessionId: string, tableNumber: number) {
      const seat = await reader.pairSeat.findFirst({
        where: { sessionId, tableNumber, groupId: { not: null } },
        select: { groupId: true },
      });
      return seat?.groupId ? linesIn([seat.groupId]) : [];
    },

    /** Everyone who has a table, or was reported missing at theirs. */
    async people(sessionId: string): Promise<string[]> {
      const seats = await reader.pairSeat.findMany({ where: { sessionId }, select: { participantId: true } });
      return seats.map(({ participantId }) => participantId);
    },

    async tables(sessionId: string): Promise<Map<string, number>> {
      const seats = await reader.pairSeat.findMany({
        where: { sessionId, groupId: { not: null } },
        select: { participantId: true, tableNumber: true },
      });
      return new Map(seats.map(({ participantId, tableNumber }) => [participantId, tableNumber]));
    },

    /** [G1] */
    async everythingOf(participantId: string) {
      return {
        seat: await reader.pairSeat.findUnique({ where: { participantId } }),
        request: await reader.pairRequest.findUnique({ where: { participantId } }),
        lines: await reader.pairLine.findMany({ where: { participantId }, orderBy: { at: "asc" } }),
      };
    },

    /** For the host's files. */
    async ofSession(sessionId: string) {
      return {
        seats: await reader.pairSeat.findMany({
          where: { sessionId },
          orderBy: [{ tableNumber: "asc" }, { place: "asc" }, { participantId: "asc" }],
        }),
        lines: await reader.pairLine.findMany({
          where: { sessionId },
          orderBy: [{ at: "asc" }, { id: "asc" }],
        }),
      };
    },
  };

  function peopleIn(groups: string[]) {
    type Partner = {
      id: string;
      groupId: string;
      place: number;
      since: bigint | number;
      name: string;
      choice: Choice | null;
    };
    return rows<Partner>(Prisma.sql`
      SELECT "participant"."id", "groupId", "place", "since", "name", ${STANDING} AS "choice"
      FROM "pair_seat" JOIN "participant" ON "participant"."id" = "pair_seat"."participantId"
      WHERE "groupId" IN (${Prisma.join(groups)}) ORDER BY "place"`);
  }

  function linesIn(groups: string[]) {
    type Line = Omit<PairLine, "by" | "at"> & {
      author: string;
      groupId: string;
      name: string;
      at: bigint | number;
    };
    return rows<Line>(Prisma.sql`
      SELECT "pair_line"."id", "pair_line"."participantId" AS "author", "groupId", "name", "body", "status", "at"
      FROM "pair_line" JOIN "participant" ON "participant"."id" = "pair_line"."participantId"
      WHERE "groupId" IN (${Prisma.join(groups)}) ORDER BY "at", "pair_line"."id"`);
  }
}

/** [P37] The state of a seat's own request, and whether a partner looks for them. */
function requestsAt(seat: string, requests: readonly Asked[]): Pick<OwnTable, "asked" | "missed"> {
  const own = requests.find(({ participantId }) => participantId === seat);
  const isMissed = requests.some(
    ({ partnerId, state, place }) => partnerId === seat && state === "waiting" && place !== null,
  );
  return {
    ...(own && {
      asked: {
        ...present({ place: own.place }),
        // The missing partner has left the table.
        state: own.place === null ? "over" : own.state,
      },
    }),
    ...(isMissed && { missed: true }),
  };
}

/** Ends the timer of an earlier script. */
async function setPairing(transaction: Transaction, id: string, madeAt: number): Promise<void> {
  const row = await transaction.session.findUniqueOrThrow({ where: { id } });
  await transaction.session.update({
    where: { id },
    data: {
      ...pairsColumns.write({ pairing: { madeAt } }),
      ...(row.scriptAt !== null && { phaseEndsAt: null, timerCloses: false }),
      version: { increment: 1 },
    },
  });
}

export type PairStore = ReturnType<typeof pairStore>;
export type PairRecords = Awaited<ReturnType<PairStore["ofSession"]>>;
