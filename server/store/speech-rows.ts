import type { Side } from "#debate/rules/choices.ts";
import { type SpeakingRoom, takesSpeakers } from "#debate/rules/speaking.ts";
import { Prisma, type Speech as Row } from "#prisma/generated/sqlite/client.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { type SessionRecord, type Spoken, toSession } from "#server/store/session-rows.ts";

const NONE_SPOKEN: Spoken = { for: 0, against: 0, asked: 0 };

/** [P12] How long each side has spoken. */
export const spokenIn = ({ spoken }: SessionRecord): Spoken => spoken ?? NONE_SPOKEN;

export async function sessionIn(transaction: Transaction, id: string) {
  const row = await transaction.session.findUnique({ where: { id } });
  return row && toSession(row);
}

/** [P12] Ends the speech, of one of these seats if they are named, and adds its time to its side's. Answers whose it was. */
export async function endSpeech(
  transaction: Transaction,
  session: SessionRecord,
  at: number,
  seats?: string[],
): Promise<string | null> {
  const [sessionId, spoken] = [session.id, spokenIn(session)];
  const held = await transaction.speech.findFirst({
    where: { sessionId, startedAt: { not: null }, ...(seats && { participantId: { in: seats } }) },
  });
  if (!held) return null;
  const side = held.side as Side;
  const time = Math.max(0, at - Number(held.startedAt));
  await keepSpoken(transaction, sessionId, { ...spoken, [side]: spoken[side] + time });
  await transaction.speech.delete({ where: { id: held.id } });
  return held.participantId;
}

/** [P11] [P13] Ends the speech and takes back the requests of these seats, without them of all. Answers whose these were. */
export async function dropRequests(
  transaction: Transaction,
  session: SessionRecord,
  at: number,
  seats?: string[],
): Promise<string[]> {
  if (!session.settings.speaking) return [];
  const where = { sessionId: session.id, ...(seats && { participantId: { in: seats } }) };
  const dropped = await transaction.speech.findMany({ where, select: { participantId: true } });
  await endSpeech(transaction, session, at, seats);
  await transaction.speech.deleteMany({ where });
  return dropped.map(({ participantId }) => participantId);
}

/** The same of seats that lose their place. */
export async function dropRequestsOf(
  transaction: Transaction,
  { sessionId, at }: { sessionId: string; at: number },
  seats: string[],
): Promise<void> {
  const session = await sessionIn(transaction, sessionId);
  if (session) await dropRequests(transaction, session, at, seats);
}

export async function keepSpoken(transaction: Transaction, id: string, spoken: Spoken): Promise<void> {
  const { settings } = await transaction.session.findUniqueOrThrow({ where: { id } });
  const kept = JSON.stringify({ ...JSON.parse(settings), spoken });
  await transaction.session.update({ where: { id }, data: { settings: kept } });
}

/** A seat's request as stored, or nothing. */
export type SpeechColumns = { [column in "side" | "number" | "startedAt"]: Row[column] | null };
export type OwnSpeech = { side: Side; number: number; called: boolean };

export function speechIn({ side, number, startedAt }: SpeechColumns): OwnSpeech | null {
  return side === null || number === null ? null : { side: side as Side, number, called: startedAt !== null };
}

type Asked = Row & { name: string; realName: string | null };

/** [P12] Who speaks, then who asked to, the first one first; null while no one may. */
export async function readSpeaking(
  { rows }: Pick<Database, "rows">,
  session: SessionRecord,
): Promise<SpeakingRoom | null> {
  if (!takesSpeakers(session)) return null;
  const asked = await rows<Asked>(Prisma.sql`
    SELECT "speech".*, "participant"."name", "participant"."realName" FROM "speech"
    JOIN "participant" ON "participant"."id" = "speech"."participantId"
    WHERE "speech"."sessionId" = ${session.id}
    ORDER BY CASE WHEN "startedAt" IS NULL THEN 1 ELSE 0 END, "number"`);
  const spoken = spokenIn(session);
  return {
    spoken: { for: spoken.for, against: spoken.against },
    requests: asked.map(({ id, participantId, side, number, startedAt, name, realName }) => ({
      ...{ id, side: side as Side, number },
      person: { id: participantId, name, realName },
      startedAt: startedAt === null ? null : Number(startedAt),
    })),
  };
}
