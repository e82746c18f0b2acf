import { contentToStore, type Debate, storedDebate } from "#debate/content/debate.ts";
import type { CheckCounts } from "#debate/content/questions.ts";
import type { Round } from "#debate/rules/choices.ts";
import { type Phase, resultsPublic } from "#debate/rules/phases.ts";
import { present } from "#debate/rules/present.ts";
import type { Result } from "#debate/rules/result.ts";
import { type Settings, settingsToStore } from "#debate/rules/settings.ts";
import { type SpeakingRoom, takesSpeakers } from "#debate/rules/speaking.ts";
import { Prisma, type Session as Row } from "#prisma/generated/sqlite/client.ts";
import { SessionGone } from "#server/platform/failures.ts";
import { readTogether } from "#server/store/batched-read.ts";
import { forgetResults } from "#server/store/class-results.ts";
import { answersToKeep, createAnswerCounts } from "#server/store/comprehension.ts";
import { countGuesses, countSlips, createCounts, type RoomCounts } from "#server/store/counts.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { type NewEvent, record } from "#server/store/events.ts";
import { countExitTickets } from "#server/store/exit-tickets.ts";
import { countPairs, type PairCounts } from "#server/store/pair-counts.ts";
import {
  keyColumns,
  type SessionRecord,
  scheduleColumns,
  toBigInt,
  toSession,
} from "#server/store/session-rows.ts";
import { LATER_FIELD, SIMULATED_FIELD } from "#server/store/simulated-field.ts";
import { dropRequests, readSpeaking } from "#server/store/speech-rows.ts";
import { countSteelmen, type SteelmanCounts } from "#server/store/steelman-counts.ts";
import { isShowable, wallColumn } from "#server/store/wall.ts";

/** A session with its counts, which are of this version or a newer one. `guessed`: at the step `guess`, else 0. */
export type RoomRecord = SessionRecord &
  RoomCounts & {
    guessed: number;
    check: CheckCounts | null;
    exitTickets: number | null;
    speaking: SpeakingRoom | null;
    steelman: SteelmanCounts | null;
    pairs: PairCounts | null;
  };

export type SessionChange = Partial<
  Pick<
    SessionRecord,
    | "phase"
    | "phaseVersion"
    | "phaseEndsAt"
    | "timerCloses"
    | "locked"
    | "revealed"
    | "onWall"
    | "wallLook"
    | "moreTime"
    | "pairing"
    | "step"
    | "opened"
    | "resultsVersion"
    | "resultsKept"
    | "keys"
    | "closedAt"
    | "schedule"
  >
> &
  /** [R13] [P34] The only settings that can change; [V27] [P10] [P25] the look of the wall, who needs more time, and the pairs, are stored beside the settings. */
  Partial<Pick<Settings, "moderation" | "laterVote">>;

/** [D18] The debate that a session was opened with, and its version then. */
export type DebateOrigin = { debateId: string; debateVersion: string };

function toOrigin(
  row: { debateId: string | null; debateVersion: string | null } | null,
): DebateOrigin | null {
  const { debateId = null, debateVersion = null } = row ?? {};
  return debateId === null || debateVersion === null ? null : { debateId, debateVersion };
}

const DEBATES_KEPT = 200;

export function sessionStore(database: Database) {
  const { reader, write } = database;
  const debates = new Map<string, Debate>();
  const counts = createCounts(database);
  const countAnswers = createAnswerCounts(database);
  const sessionsIn = async (column: "code" | "id", values: string[]): Promise<SessionRecord[]> => {
    const wanted = Prisma.raw(`"${column}"`);
    const found = await database.rows<Row>(
      Prisma.sql`SELECT * FROM "session" WHERE ${wanted} IN (${Prisma.join(values)})`,
    );
    return found.map(toSession);
  };

  return {
    /** `origin`: the debate that it gets a copy of. */
    async create(session: SessionRecord, debate: Debate, origin: DebateOrigin | null): Promise<void> {
      const {
        phaseEndsAt,
        closedAt,
        schedule,
        createdAt,
        settings,
        wallLook,
        moreTime: _,
        keptCheck: __,
        pairing: ___,
        spoken: ____,
        keys,
        onWall,
        ...columns
      } = session;
      await write(async (transaction) => {
        await transaction.session.create({
          data: {
            ...columns,
            ...keyColumns(keys),
            spotlight: wallColumn(onWall),
            settings: JSON.stringify({
              ...settingsToStore(settings),
              ...(Object.keys(wallLook).length > 0 && { wallLook }),
            }),
            debate: {
              create: { resolution: debate.resolution, content: contentToStore(debate), ...origin },
            },
            createdAt: BigInt(createdAt),
            phaseEndsAt: toBigInt(phaseEndsAt),
            closedAt: toBigInt(closedAt),
            ...scheduleColumns(schedule),
          },
        });
        await record(transaction, { sessionId: session.id, at: createdAt, actor: "host", kind: "opened" });
      });
    },

    byCode: readTogether(async (codes) => {
      return new Map((await sessionsIn("code", codes)).map((session) => [session.code, session]));
    }),

    byId: readTogether(async (ids) => {
      return new Map((await sessionsIn("id", ids)).map((session) => [session.id, session]));
    }),

    /** The frozen copy of the debate. It never changes, so it is kept in memory. Throws `SessionGone`. */
    async debateOf(id: string): Promise<Debate> {
      const kept = debates.get(id);
      if (kept) return kept;
      const stored = await reader.frozenDebate.findUnique({ where: { sessionId: id } });
      if (!stored) throw new SessionGone();
      const parsed = storedDebate(stored.content);
      if (debates.size >= DEBATES_KEPT) debates.delete(debates.keys().next().value ?? "");
      debates.set(id, parsed);
      return parsed;
    },

    /** The debate that a session has a copy of; null where that was not kept, or the session is gone. */
    async originOf(id: string): Promise<DebateOrigin | null> {
      const row = await reader.frozenDebate.findUnique({
        where: { sessionId: id },
        select: { debateId: true, debateVersion: true },
      });
      return toOrigin(row);
    },

    async idsOfHost(hostId: string): Promise<string[]> {
      const rows = await reader.session.findMany({ where: { hostId }, select: { id: true } });
      return rows.map(({ id }) => id);
    },

    /** An instructor's sessions, newest first, with their resolution, seats and turnout. */
    async ofHost(hostId: string) {
      const rows = await reader.session.findMany({
        where: { hostId },
        orderBy: { createdAt: "desc" },
        include: { debate: { select: { resolution: true, debateId: true, debateVersion: true } } },
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
      return rows.map((row) => ({
        session: toSession(row),
        resolution: row.debate?.resolution ?? "",
        origin: toOrigin(row.debate),
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
            { closedAt: before, NOT: { settings: { contains: LATER_FIELD } } },
            { closedAt: before, phase: "later-closed" satisfies Phase },
            { closedAt: { lt: BigInt(Math.min(at, laterUntil)) } },
            { closedAt: null, createdAt: before, opensAt: null },
          ],
        },
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    /** [H3] The ids of rehearsals. The settings are not read, so that also those can be deleted that can't be. */
    async rehearsals({ hostId, before }: { hostId?: string; before?: number }): Promise<string[]> {
      const rows = await reader.session.findMany({
        where: {
          ...present({ hostId }),
          ...(before !== undefined && { createdAt: { lt: BigInt(before) } }),
          settings: { contains: SIMULATED_FIELD },
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

    /** A session with its counts. */
    room: readTogether(async (ids) => {
      const rooms = new Map<string, RoomRecord>();
      for (const session of await sessionsIn("id", ids)) {
        // The version was read first, so the counts can be newer than it but never older.
        const counted = await counts.at(session.id, session.version);
        const guessed = session.step === "guess" ? await countGuesses(reader, session.id) : 0;
        const [check, exitTickets] = [await countAnswers(session), await countExitTickets(database, session)];
        const speaking = await readSpeaking(database, session);
        const pairs = await countPairs(database, session);
        const onPaper = await countSlips(database, session);
        const steelman = await countSteelmen(database, session);
        const also = { onPaper, guessed, check, exitTickets, speaking, pairs, steelman };
        rooms.set(session.id, { ...session, ...counted, ...also });
      }
      return rooms;
    }),

    /** How many were in a session when it was last counted; 0 if it was not. Nothing is read. */
    lastJoined: counts.lastJoined,

    /** Decides about and stores one change in one transaction, before all waiting writes. */
    async change(
      id: string,
      decide: (session: SessionRecord) => Result<SessionChange>,
      event: (session: SessionRecord) => Omit<NewEvent, "sessionId">,
    ): Promise<Result<SessionRecord>> {
      return write(
        async (transaction) => {
          let row = await transaction.session.findUnique({ where: { id } });
          if (!row) return { ok: false, code: "not-found" };
          const decided = decide(toSession(row));
          if (!decided.ok) return decided;
          const { phaseEndsAt, closedAt, keys, schedule, onWall, ...others } = decided.value;
          const { moderation, wallLook, moreTime, pairing, laterVote, ...columns } = others;
          // [R6] [V18] Checked in the transaction, so that it can't be hidden, or no longer picked, in between.
          const { actor } = event(toSession(row));
          if (onWall && !(await isShowable(transaction, id, onWall, actor)))
            return { ok: false, code: "not-found" };
          // [P11] Who asked to speak did so in this phase.
          if (columns.phase !== undefined && takesSpeakers(toSession(row))) {
            await dropRequests(transaction, toSession(row), event(toSession(row)).at);
            row = await transaction.session.findUniqueOrThrow({ where: { id } });
          }
          const keptCheck = await answersToKeep(transaction, toSession(row), columns.phase);
          const changed = await transaction.session.update({
            where: { id },
            data: {
              ...columns,
              ...(keys && keyColumns(keys)),
              ...(onWall !== undefined && { spotlight: wallColumn(onWall) }),
              ...((moderation || wallLook || moreTime || pairing || keptCheck || laterVote !== undefined) && {
                settings: JSON.stringify({
                  ...JSON.parse(row.settings),
                  ...present({ moderation, wallLook, moreTime, pairing, keptCheck, laterVote }),
                }),
              }),
              ...(phaseEndsAt !== undefined && { phaseEndsAt: toBigInt(phaseEndsAt) }),
              ...(closedAt !== undefined && { closedAt: toBigInt(closedAt) }),
              ...(schedule !== undefined && scheduleColumns(schedule)),
              version: { increment: 1 },
            },
          });
          const session = toSession(changed);
          if (columns.phase !== undefined && !resultsPublic(columns.phase))
            await forgetResults(transaction, id);
          await record(transaction, { ...event(session), sessionId: id });
          return { ok: true, value: session };
        },
        id,
        "first",
      );
    },

    async remove(id: string): Promise<void> {
      await write((transaction) => transaction.session.deleteMany({ where: { id } }), id);
      debates.delete(id);
    },
  };
}

/** Raises a session's version, in the transaction of the change. */
export async function bump(transaction: Transaction, sessionId: string): Promise<number> {
  const { version } = await transaction.session.update({
    where: { id: sessionId },
    data: { version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}
