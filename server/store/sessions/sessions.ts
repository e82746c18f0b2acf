import type { ActivityRoom } from "#debate/activities/index.ts";
import { contentToStore, type Debate } from "#debate/content/debate.ts";

import { COMING_BACK, OVER } from "#debate/rules/after-lesson.ts";

import type { Round } from "#debate/rules/choices.ts";
import { present } from "#debate/rules/present.ts";
import { datesInLog } from "#debate/rules/schedule.ts";
import { Prisma, type Session as Row } from "#prisma/generated/sqlite/client.ts";
import {
  activitiesOnPhones,
  countActivities,
  openActivities,
  storedForResults,
} from "#server/activities/rows.ts";
import { audit } from "#server/store/audit/audit-rows.ts";
import { batchedRead } from "#server/store/batching/batched-read.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { countSlips, createCounts, type RoomCounts } from "#server/store/sessions/counts.ts";
import { record } from "#server/store/sessions/events.ts";
import { type DebateOrigin, frozenDebates, toOrigin } from "#server/store/sessions/frozen-debates.ts";
import { sessionChanges } from "#server/store/sessions/session-change.ts";
import { addCodes } from "#server/store/sessions/session-class-rows.ts";
import {
  appearanceColumns,
  keyColumns,
  type OnUnreadable,
  readableIn,
  readSession,
  type SessionRecord,
  scheduleColumns,
  toBigInt,
  toSession,
} from "#server/store/sessions/session-rows.ts";
import { wallColumn } from "#server/store/sessions/wall.ts";

/** A session with its counts, which are of this version or a newer one. */
export type RoomRecord = SessionRecord &
  RoomCounts &
  ActivityRoom & {
    onPaper: number;
  };

/** Who deletes a session, and when. */
export type DeletedBy = { actor: "host" | "server"; at: number };

const NOT_ON_PHONES = {
  onPaper: 0,
} satisfies Partial<RoomRecord>;

/**
 * [T1] Matches the settings of sessions with phases after the lesson. Typed text can't match, because its quotes are escaped.
 */
const COMES_BACK = COMING_BACK.map((name) => ({ settings: { contains: `"${name}":` } }));

export function sessionStore(database: Database, onUnreadable: OnUnreadable) {
  const { reader, write } = database;
  const frozen = frozenDebates(database);
  const counts = createCounts(database);
  const sessionsIn = async (column: "code" | "id", values: string[]) => {
    const wanted = Prisma.raw(`"${column}"`);
    const found = await database.rows<Row>(
      Prisma.sql`SELECT * FROM "session" WHERE ${wanted} IN (${Prisma.join(values)})`,
    );
    return new Map(found.map((row) => [row[column], readSession(row)]));
  };

  /** For phones, by session as it was read: phones of a hall that reconnect share most of these. */
  const onPhones = new WeakMap<SessionRecord, Promise<RoomRecord>>();
  async function countForPhones(session: SessionRecord): Promise<RoomRecord> {
    const counted = await counts.forPhones(session);
    return { ...session, ...counted, ...NOT_ON_PHONES, ...activitiesOnPhones(session) };
  }

  async function withCounts(session: SessionRecord): Promise<RoomRecord> {
    // Read the version first: counts may be newer than it, never older.
    const counted = await counts.at(session);
    const activities = await countActivities(database, session);
    const onPaper = await countSlips(database, session);
    return { ...session, ...counted, ...activities, onPaper };
  }

  return {
    /** `origin`: the debate that it gets a copy of; `draw`: makes codes for its class; `seed`: for what activities draw. False if its host has a rehearsal already, and this is one [H3]. */
    async create(
      session: SessionRecord,
      debate: Debate,
      origin: DebateOrigin | null,
      draw: () => string,
      seed: string,
    ): Promise<boolean> {
      const {
        phaseEndsAt,
        closedAt,
        schedule,
        createdAt,
        settings,
        wallLook,
        // A new session has none of these yet.
        moreTime: _,
        ofActivities: __,
        simulated = null,
        keys,
        onWall,
        underBlank,
        ...columns
      } = session;
      return write(async (transaction) => {
        if (simulated !== null && (await hasRehearsal(transaction, session.hostId))) return false;
        await transaction.session.create({
          data: {
            ...columns,
            simulated,
            ...keyColumns(keys),
            wall: wallColumn(onWall, underBlank),
            ...appearanceColumns(wallLook),
            settings: JSON.stringify(settings),
            debate: {
              create: { resolution: debate.resolution, content: contentToStore(debate), ...origin },
            },
            createdAt: BigInt(createdAt),
            phaseEndsAt: toBigInt(phaseEndsAt),
            closedAt: toBigInt(closedAt),
            ...scheduleColumns(schedule),
          },
        });
        await openActivities(transaction, session, debate, seed);
        const { id, classId } = session;
        if (classId !== null) {
          await addCodes(transaction, { id, classId }, { draw, at: createdAt });
          // [Q13] It is in use, even if this session is deleted soon.
          const data = { updatedAt: BigInt(createdAt) };
          await transaction.class.update({ where: { id: classId }, data });
        }
        const opening = { sessionId: session.id, at: createdAt, actor: "host" } as const;
        await record(transaction, { ...opening, kind: "opened" });
        if (schedule) await record(transaction, { ...opening, kind: "dates", detail: datesInLog(schedule) });
        return true;
      });
    },

    byCode: batchedRead((codes) => sessionsIn("code", codes)),
    byId: batchedRead((ids) => sessionsIn("id", ids)),

    debateOf: frozen.debateOf,
    storedForResults: (session: SessionRecord) => storedForResults(database, session),
    originOf: frozen.originOf,

    async idsOfHost(hostId: string): Promise<string[]> {
      const rows = await reader.session.findMany({ where: { hostId }, select: { id: true } });
      return rows.map(({ id }) => id);
    },

    /** An instructor's sessions, newest first, with their resolution, seats and turnout. One that can't be read is left out. */
    async ofHost(hostId: string) {
      const rows = await reader.session.findMany({
        where: { hostId },
        orderBy: { createdAt: "desc" },
        include: {
          debate: { select: { resolution: true, debateId: true, debateVersion: true } },
          class: { select: { name: true } },
        },
      });
      const seats = await reader.participant.groupBy({
        by: ["sessionId"],
        where: { session: { hostId }, removedAt: null },
        _count: true,
      });
      const votes = await reader.ballot.groupBy({
        by: ["sessionId", "round"],
        where: { session: { hostId }, participant: { removedAt: null } },
        _count: true,
      });
      return readableIn(rows, onUnreadable).map(({ session, row }) => ({
        session,
        resolution: row.debate?.resolution ?? "",
        origin: toOrigin(row.debate),
        ofClass: row.class?.name,
        joined: seats.find(({ sessionId }) => sessionId === row.id)?._count ?? 0,
        voted: Object.fromEntries(
          votes.filter(({ sessionId }) => sessionId === row.id).map(({ round, _count }) => [round, _count]),
        ) as Partial<Record<Round, number>>,
      }));
    },

    /**
     * Sessions closed before a time, or opened before it and never closed. [T1] One with a later vote ahead only if that could have
     * opened until `laterUntil` at most, and one with a set date ahead not at all.
     */
    async endedBefore(at: number, laterUntil: number): Promise<string[]> {
      const before = { lt: BigInt(at) };
      const rows = await reader.session.findMany({
        where: {
          OR: [
            { closedAt: before, NOT: { OR: COMES_BACK } },
            { closedAt: before, phase: { in: OVER } },
            { closedAt: { lt: BigInt(Math.min(at, laterUntil)) } },
            { closedAt: null, createdAt: before, opensAt: null },
          ],
        },
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    /** [H3] By id, so that unreadable ones can be deleted, too. */
    async rehearsals({ hostId, before }: { hostId?: string; before?: number }): Promise<string[]> {
      const rows = await reader.session.findMany({
        where: {
          ...present({ hostId }),
          ...(before !== undefined && { createdAt: { lt: BigInt(before) } }),
          simulated: { not: null },
        },
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    /** Sessions that a timer or a set date moves. Each is parsed separately, so that an unreadable row doesn't stop the others. */
    async withTimer(): Promise<{ id: string; read: () => SessionRecord }[]> {
      const rows = await reader.session.findMany({
        where: { OR: [{ phaseEndsAt: { not: null }, timerCloses: true }, { opensAt: { not: null } }] },
      });
      return rows.map((row) => ({ id: row.id, read: () => toSession(row) }));
    },

    room: batchedRead(async (ids) => {
      const rooms = new Map<string, RoomRecord | Error>();
      for (const [id, session] of await sessionsIn("id", ids))
        rooms.set(id, session instanceof Error ? session : await withCounts(session));
      return rooms;
    }),

    /** With the counts for phones. */
    phoneRoom(session: SessionRecord): Promise<RoomRecord> {
      const room = onPhones.get(session) ?? countForPhones(session);
      onPhones.set(session, room);
      return room;
    },

    /** How many were in a session when it was last counted; 0 if it was not. Nothing is read. */
    lastJoined: counts.lastJoined,

    change: sessionChanges(database),

    /** `by`: who deletes it, for the audit log; a rehearsal that is over goes without. */
    async remove(id: string, by?: DeletedBy): Promise<void> {
      await write(async (transaction) => {
        const session = by && (await transaction.session.findUnique({ where: { id } }));
        await transaction.session.deleteMany({ where: { id } });
        if (!session) return;
        const actorId = by.actor === "host" ? session.hostId : null;
        const entry = { at: by.at, actorId, sessionCode: session.code };
        await audit(transaction, { ...entry, kind: "deletion", what: "session" });
      }, id);
      frozen.forget(id);
    },
  };
}

/** [H3] Locks the host's row, so that of two servers that open a rehearsal at once the second finds the first's. */
async function hasRehearsal(transaction: Transaction, hostId: string): Promise<boolean> {
  await transaction.$executeRaw`UPDATE "instructor" SET "name" = "name" WHERE "id" = ${hostId}`;
  return (await transaction.session.count({ where: { hostId, simulated: { not: null } } })) > 0;
}
