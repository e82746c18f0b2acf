import { Debate } from "#debate/content/debate.ts";
import type { Tallies } from "#debate/protocol/snapshot.ts";
import { CHOICES, type Choice, type Round } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phases.ts";
import type { Result } from "#debate/rules/result.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Session as Row } from "#prisma/generated/sqlite/client.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { type EventRecord, record } from "#server/store/events.ts";

/** A session without its debate. Times are milliseconds since the epoch. */
export type SessionRecord = {
  id: string;
  code: string;
  hostId: string;
  settings: Settings;
  phase: Phase;
  version: number;
  phaseVersion: number;
  phaseEndsAt: number | null;
  timerCloses: boolean;
  locked: boolean;
  revealed: boolean;
  spotlight: string | null;
  screenKey: string;
  createdAt: number;
  closedAt: number | null;
};

/** The state of a room at one version, or a little newer. */
export type RoomRecord = SessionRecord & { joined: number; tallies: Tallies; queue: number };

export type SessionChange = Partial<
  Pick<
    SessionRecord,
    | "phase"
    | "phaseVersion"
    | "phaseEndsAt"
    | "timerCloses"
    | "locked"
    | "revealed"
    | "spotlight"
    | "closedAt"
  >
>;

const HEAD = { debate: true } as const;
const DEBATES_KEPT = 200;

export function sessionStore({ reader, write }: Database) {
  const debates = new Map<string, Debate>();

  return {
    async create(session: SessionRecord, debate: Debate): Promise<void> {
      const { phaseEndsAt, closedAt, createdAt, settings, ...columns } = session;
      await write(async (transaction) => {
        await transaction.session.create({
          data: {
            ...columns,
            settings: JSON.stringify(settings),
            debate: JSON.stringify(debate),
            createdAt: BigInt(createdAt),
            phaseEndsAt: toBigInt(phaseEndsAt),
            closedAt: toBigInt(closedAt),
          },
        });
        await record(transaction, { sessionId: session.id, at: createdAt, actor: "host", kind: "opened" });
      });
    },

    async byCode(code: string): Promise<SessionRecord | null> {
      const row = await reader.session.findUnique({ where: { code }, omit: HEAD });
      return row && toSession(row);
    },

    async byId(id: string): Promise<SessionRecord | null> {
      const row = await reader.session.findUnique({ where: { id }, omit: HEAD });
      return row && toSession(row);
    },

    /** The frozen copy of the debate. It never changes, so it is kept in memory. */
    async debateOf(id: string): Promise<Debate> {
      const kept = debates.get(id);
      if (kept) return kept;
      const { debate } = await reader.session.findUniqueOrThrow({ where: { id }, select: { debate: true } });
      const parsed = Debate.parse(JSON.parse(debate));
      if (debates.size >= DEBATES_KEPT) debates.delete(debates.keys().next().value ?? "");
      debates.set(id, parsed);
      return parsed;
    },

    /** An instructor's sessions, newest first, with their resolution, seats and turnout. */
    async ofHost(hostId: string) {
      const rows = await reader.session.findMany({ where: { hostId }, orderBy: { createdAt: "desc" } });
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
        debate: Debate.parse(JSON.parse(row.debate)),
        joined: seats.find(({ sessionId }) => sessionId === row.id)?._count ?? 0,
        voted: Object.fromEntries(
          votes.filter(({ sessionId }) => sessionId === row.id).map(({ round, _count }) => [round, _count]),
        ) as Partial<Record<Round, number>>,
      }));
    },

    async withTimer(): Promise<SessionRecord[]> {
      const rows = await reader.session.findMany({
        where: { phaseEndsAt: { not: null }, timerCloses: true },
        omit: HEAD,
      });
      return rows.map(toSession);
    },

    // The version is read first: counts may be newer than it, never older.
    async room(id: string): Promise<RoomRecord | null> {
      const row = await reader.session.findUnique({ where: { id }, omit: HEAD });
      if (!row) return null;
      const joined = await reader.participant.count({ where: { sessionId: id, removedAt: null } });
      const counts = await reader.ballot.groupBy({
        by: ["round", "choice"],
        where: { sessionId: id, participant: { removedAt: null } },
        _count: true,
      });
      const queue = await reader.rebuttal.count({
        where: {
          sessionId: id,
          OR: [{ status: "pending" }, { status: "published", reports: { some: { settled: false } } }],
        },
      });
      return { ...toSession(row), joined, queue, tallies: toTallies(counts) };
    },

    /** Decides and stores one change in one transaction, so that nothing can come between. */
    async change(
      id: string,
      decide: (session: SessionRecord) => Result<SessionChange>,
      event: (session: SessionRecord) => Omit<EventRecord, "sessionId">,
    ): Promise<Result<SessionRecord>> {
      return write(async (transaction) => {
        const row = await transaction.session.findUnique({ where: { id }, omit: HEAD });
        if (!row) return { ok: false, code: "not-found" };
        const decided = decide(toSession(row));
        if (!decided.ok) return decided;
        const { phaseEndsAt, closedAt, ...columns } = decided.value;
        const changed = await transaction.session.update({
          where: { id },
          data: {
            ...columns,
            ...(phaseEndsAt !== undefined && { phaseEndsAt: toBigInt(phaseEndsAt) }),
            ...(closedAt !== undefined && { closedAt: toBigInt(closedAt) }),
            version: { increment: 1 },
          },
          omit: HEAD,
        });
        const session = toSession(changed);
        await record(transaction, { ...event(session), sessionId: id });
        return { ok: true, value: session };
      });
    },

    async remove(id: string): Promise<void> {
      await write((transaction) => transaction.session.deleteMany({ where: { id } }));
      debates.delete(id);
    },
  };
}

/** The next version of a session, for a change that is stored in the same transaction. */
export async function bump(transaction: Transaction, sessionId: string): Promise<number> {
  const { version } = await transaction.session.update({
    where: { id: sessionId },
    data: { version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}

export function toSession(row: Omit<Row, "debate">): SessionRecord {
  return {
    id: row.id,
    code: row.code,
    hostId: row.hostId,
    settings: Settings.parse(JSON.parse(row.settings)),
    phase: row.phase as Phase,
    version: row.version,
    phaseVersion: row.phaseVersion,
    phaseEndsAt: row.phaseEndsAt === null ? null : Number(row.phaseEndsAt),
    timerCloses: row.timerCloses,
    locked: row.locked,
    revealed: row.revealed,
    spotlight: row.spotlight,
    screenKey: row.screenKey,
    createdAt: Number(row.createdAt),
    closedAt: row.closedAt === null ? null : Number(row.closedAt),
  };
}

function toTallies(counts: { round: string; choice: string; _count: number }[]): Tallies {
  const tallies: Tallies = {};
  for (const { round, choice, _count } of counts) {
    tallies[round as Round] ??= Object.fromEntries(CHOICES.map((each) => [each, 0])) as Record<
      Choice,
      number
    >;
    const tally = tallies[round as Round];
    if (tally) tally[choice as Choice] = _count;
  }
  return tallies;
}

function toBigInt(time: number | null): bigint | null {
  return time === null ? null : BigInt(time);
}
