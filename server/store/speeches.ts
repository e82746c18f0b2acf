import type { Side } from "#debate/rules/choices.ts";
import { tells } from "#debate/rules/identity.ts";
import type { Actor } from "#debate/rules/moderation.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { SPEAKERS_WAITING, takesSpeakers } from "#debate/rules/speaking.ts";
import { bump } from "#server/store/bump.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { record } from "#server/store/events.ts";
import { sessionWriter } from "#server/store/session-writer.ts";
import { dropRequests, endSpeech, sessionIn } from "#server/store/speech-rows.ts";

type Asking = { id: string; sessionId: string; participantId: string; side: Side | null; at: number };
type Calling = { sessionId: string; at: number; actor: Actor };
/** Whose own state changed. */
type Touched = { seats: string[] };

/** Requests to speak. Of a speech that is over only its side's time is kept. */
export function speechStore({ reader, write }: Database) {
  return {
    /** The seat of who speaks now; null if no one does. */
    async speaker(sessionId: string): Promise<string | null> {
      const row = await reader.speech.findFirst({
        where: { sessionId, startedAt: { not: null } },
        select: { participantId: true },
      });
      return row?.participantId ?? null;
    },

    /** [P11] Stores a request, moves it to the other side, or with null takes it back. The session's version stays. */
    ask: sessionWriter<Asking, void>({ write }, async (transaction, all) => {
      const answers: Result<void>[] = [];
      for (const asking of all) answers.push(await askIn(transaction, asking));
      return answers;
    }),

    /** [P12] Ends the speech, and has someone who waits speak, unless that is null. The same again changes nothing. */
    call({ sessionId, at, actor }: Calling, who: string | null): Promise<Result<Touched>> {
      return write(
        async (transaction) => {
          const session = await sessionIn(transaction, sessionId);
          if (!session) return refuse("not-found");
          if (!takesSpeakers(session)) return refuse("wrong-phase");
          // [P14] By its own number in an anonymous session, where no one is told those of seats.
          const key = tells(session.settings.identity, actor, "id") ? "participantId" : "id";
          const next =
            who === null ? null : await transaction.speech.findFirst({ where: { sessionId, [key]: who } });
          if (who !== null && !next) return refuse("not-found");
          if (next && next.startedAt !== null) return accept({ seats: [] });
          const ended = await endSpeech(transaction, session, at);
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
  const session = await sessionIn(transaction, sessionId);
  const seat = await transaction.participant.findFirst({ where: { id: participantId, sessionId } });
  if (!session || !seat) return refuse("not-found");
  if (seat.removedAt !== null) return refuse("removed");
  if (!takesSpeakers(session)) return refuse("wrong-phase");
  if (side === null) {
    await dropRequests(transaction, session, at, [participantId]);
    return accept(undefined);
  }
  const own = await transaction.speech.findUnique({ where: { participantId } });
  if (own) {
    if (own.startedAt === null) await transaction.speech.update({ where: { id: own.id }, data: { side } });
    return accept(undefined);
  }
  if ((await transaction.speech.count({ where: { sessionId, startedAt: null } })) >= SPEAKERS_WAITING)
    return refuse("too-many");
  const number = session.spoken.asked + 1;
  await transaction.speech.create({ data: { id, sessionId, participantId, side, number } });
  await transaction.session.update({ where: { id: sessionId }, data: { askedToSpeak: number } });
  return accept(undefined);
}
