import { isOpen } from "#debate/activities/open.ts";
import { SPEAKERS_WAITING, type SpeakingRoom } from "#debate/activities/speaking/rules.ts";
import type { Side } from "#debate/rules/choices.ts";
import { tells } from "#debate/rules/identity.ts";
import type { Actor } from "#debate/rules/moderation.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { Prisma, type Speech as Row, type Session } from "#prisma/generated/sqlite/client.ts";
import type { ActivityRows } from "#server/activities/activity-rows.ts";
import { batchedRead } from "#server/store/batching/batched-read.ts";
import { sessionWriter } from "#server/store/batching/session-writer.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { record } from "#server/store/sessions/events.ts";
import { toSession } from "#server/store/sessions/session-rows.ts";
import { bump } from "#server/store/sessions/session-version.ts";

type Asking = { id: string; sessionId: string; participantId: string; side: Side | null; at: number };
type Calling = { sessionId: string; at: number; actor: Actor };
/** Whose own state changed. */
type Touched = { seats: string[] };
type OwnSpeech = { side: Side; number: number; called: boolean };

/** Requests to speak. Of a speech that is over only its side's time is kept. */
function speechTable(database: Database) {
  const { reader, write } = database;
  return {
    /** The seat that speaks now. */
    async speaker(sessionId: string): Promise<string | null> {
      const row = await reader.speech.findFirst({
        where: { sessionId, startedAt: { not: null } },
        select: { participantId: true },
      });
      return row?.participantId ?? null;
    },

    /** A seat's own; null without one. */
    of: batchedRead(async (ids) => {
      const found = await database.rows<Row>(
        Prisma.sql`SELECT * FROM "speech" WHERE "participantId" IN (${Prisma.join(ids)})`,
      );
      return new Map(found.map((row) => [row.participantId, speechIn(row)]));
    }),

    /** [P12] For how many milliseconds each side has spoken, and how many have asked to. */
    async spoken(sessionId: string): Promise<Record<Side, number> & { asked: number }> {
      const spoken = await readSpoken(database, sessionId);
      return { ...sidesOf(spoken), asked: spoken.askedToSpeak };
    },

    /** [P11] Stores a request, moves it to the other side, or with null takes it back. The session's version stays. */
    ask: sessionWriter<Asking, void>({ write }, async (transaction, all) => {
      const answers: Result<void>[] = [];
      for (const asking of all) answers.push(await askIn(transaction, asking));
      return answers;
    }),

    /** [P12] Ends the speech and calls `who`, if anyone. A repeated call changes nothing. */
    call({ sessionId, at, actor }: Calling, who: string | null): Promise<Result<Touched>> {
      return write(
        async (transaction) => {
          const row = await transaction.session.findUnique({ where: { id: sessionId } });
          if (!row) return refuse("not-found");
          const session = toSession(row);
          if (!isOpen("speaking", session)) return refuse("wrong-phase");
          // [P14] By its own number in an anonymous session, where no one is told those of seats.
          const key = tells(session.settings.identity, actor, "id") ? "participantId" : "id";
          const next =
            who === null ? null : await transaction.speech.findFirst({ where: { sessionId, [key]: who } });
          if (who !== null && !next) return refuse("not-found");
          if (next && next.startedAt !== null) return accept({ seats: [] });
          const ended = await endSpeech(transaction, sessionId, at);
          if (!next && !ended) return accept({ seats: [] });
          if (next)
            await transaction.speech.update({ where: { id: next.id }, data: { startedAt: BigInt(at) } });
          await bump(transaction, sessionId);
          const detail = next && key === "participantId" ? next.participantId : "";
          await record(transaction, {
            sessionId,
            at,
            actor,
            kind: next ? "speaker" : "speaker-done",
            detail,
          });
          return accept({ seats: [ended, next?.participantId].flatMap((seat) => seat ?? []) });
        },
        sessionId,
        "first",
      );
    },
  };
}

async function askIn(
  transaction: Transaction,
  { id, sessionId, participantId, side, at }: Asking,
): Promise<Result<void>> {
  const row = await transaction.session.findUnique({ where: { id: sessionId } });
  const seat = await transaction.participant.findFirst({ where: { id: participantId, sessionId } });
  if (!row || !seat) return refuse("not-found");
  if (seat.removedAt !== null) return refuse("removed");
  if (!isOpen("speaking", toSession(row))) return refuse("wrong-phase");
  if (side === null) {
    await dropRequests(transaction, sessionId, at, [participantId]);
    return accept(undefined);
  }
  const own = await transaction.speech.findUnique({ where: { participantId } });
  if (own) {
    if (own.startedAt === null) await transaction.speech.update({ where: { id: own.id }, data: { side } });
    return accept(undefined);
  }
  if ((await transaction.speech.count({ where: { sessionId, startedAt: null } })) >= SPEAKERS_WAITING)
    return refuse("too-many");
  const number = row.askedToSpeak + 1;
  await transaction.speech.create({ data: { id, sessionId, participantId, side, number } });
  await transaction.session.update({ where: { id: sessionId }, data: { askedToSpeak: number } });
  return accept(undefined);
}

/** [P12] Ends the speech (of one of `seats`, if given) and adds its time to its side. Returns the seat. */
async function endSpeech(
  transaction: Transaction,
  sessionId: string,
  at: number,
  seats?: string[],
): Promise<string | null> {
  const held = await transaction.speech.findFirst({
    where: { sessionId, startedAt: { not: null }, ...(seats && { participantId: { in: seats } }) },
  });
  if (!held) return null;
  const time = { increment: Math.max(0, at - Number(held.startedAt)) };
  await transaction.session.update({
    where: { id: sessionId },
    data: held.side === "for" ? { spokenFor: time } : { spokenAgainst: time },
  });
  await transaction.speech.delete({ where: { id: held.id } });
  return held.participantId;
}

/** [P11] [P13] Ends the speech and deletes the requests of `seats`, or of all. Returns the seats. */
async function dropRequests(
  transaction: Transaction,
  sessionId: string,
  at: number,
  seats?: string[],
): Promise<string[]> {
  const where = { sessionId, ...(seats && { participantId: { in: seats } }) };
  const dropped = await transaction.speech.findMany({ where, select: { participantId: true } });
  if (dropped.length === 0) return [];
  await endSpeech(transaction, sessionId, at, seats);
  await transaction.speech.deleteMany({ where });
  return dropped.map(({ participantId }) => participantId);
}

function speechIn({ side, number, startedAt }: Row): OwnSpeech {
  return { side: side as Side, number, called: startedAt !== null };
}

type Spoken = Pick<Session, "spokenFor" | "spokenAgainst" | "askedToSpeak">;

async function readSpoken({ rows }: Pick<Database, "rows">, sessionId: string): Promise<Spoken> {
  const [spoken] = await rows<Spoken>(
    Prisma.sql`SELECT "spokenFor", "spokenAgainst", "askedToSpeak" FROM "session" WHERE "id" = ${sessionId}`,
  );
  return spoken ?? { spokenFor: 0n, spokenAgainst: 0n, askedToSpeak: 0 };
}

const sidesOf = ({ spokenFor, spokenAgainst }: Spoken) => ({
  for: Number(spokenFor),
  against: Number(spokenAgainst),
});

type Asked = Row & { name: string; realName: string | null };

/** [P12] Who speaks, then who asked to, the first one first. */
async function readSpeaking(database: Pick<Database, "rows">, sessionId: string): Promise<SpeakingRoom> {
  // Read times first: else a speech that ends meanwhile would count twice.
  const spoken = sidesOf(await readSpoken(database, sessionId));
  const asked = await database.rows<Asked>(Prisma.sql`
    SELECT "speech".*, "participant"."name", "participant"."realName" FROM "speech"
    JOIN "participant" ON "participant"."id" = "speech"."participantId"
    WHERE "speech"."sessionId" = ${sessionId}
    ORDER BY CASE WHEN "startedAt" IS NULL THEN 1 ELSE 0 END, "number"`);
  return {
    spoken,
    requests: asked.map(({ id, participantId, side, number, startedAt, name, realName }) => ({
      ...{ id, side: side as Side, number },
      person: { id: participantId, name, realName },
      startedAt: startedAt === null ? null : Number(startedAt),
    })),
  };
}

export const speakingRows = {
  tables: (database) => ({ speeches: speechTable(database) }),
  count: async (database, { id }) => ({ speaking: await readSpeaking(database, id) }),
  /** [P13] */
  async leaves(transaction, { sessionId, seats, at }) {
    await dropRequests(transaction, sessionId, at, seats);
    return [];
  },
  /** [P11] Requests end with their phase. */
  moves: async (transaction, session, { at }) =>
    isOpen("speaking", session) ? { seats: await dropRequests(transaction, session.id, at) } : {},
} as const satisfies ActivityRows;
