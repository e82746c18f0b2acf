import type { Side } from "#debate/rules/choices.ts";
import { type SpeakingRoom, takesSpeakers } from "#debate/rules/speaking.ts";
import { Prisma, type Speech as Row } from "#prisma/generated/sqlite/client.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { type SessionRecord, toSession } from "#server/store/session-rows.ts";

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
  const sessionId = session.id;
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

/** [P11] [P13] Ends the speech and takes back the requests of these seats, without them of all. Answers whose these were. */
export async function dropRequests(
  transaction: Transaction,
  session: SessionRecord,
  at: number,
  seats?: string[],
): Promise<string[]> {
  if (!session.settings.activities.speaking) return [];
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
  const { spoken } = session;
  return {
    spoken: { for: spoken.for, against: spoken.against },
    requests: asked.map(({ id, participantId, side, number, startedAt, name, realName }) => ({
      ...{ id, side: side as Side, number },
      person: { id: participantId, name, realName },
      startedAt: startedAt === null ? null : Number(startedAt),
    })),
  };
}
