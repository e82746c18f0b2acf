import { type SentencePlace, sentenceAt } from "#debate/rules/reading.ts";
import { type Result, refuse, tooOften } from "#debate/rules/result.ts";
import type { Seat } from "#server/sessions/cast.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { SaidRead } from "#server/store/reading-rows.ts";

/** [L5] How often a seat may say something of its reading: more than anyone can read. */
const READING = { max: 600, window: 60 };

/** [X10] Stores that a student has read both positions, or takes it back. */
export function readBoth(parts: Dependencies, seat: Seat, on: boolean): Promise<Result<void>> {
  return say(parts, seat, { on });
}

/** [X10] Stores that a student does not understand a sentence, or does by now. */
export async function markUnclear(
  parts: Dependencies,
  seat: Seat,
  { on, ...unclear }: SentencePlace & { on: boolean },
): Promise<Result<void>> {
  const { positions } = await parts.store.sessions.debateOf(seat.sessionId);
  if (sentenceAt(positions, unclear) === undefined) return refuse("not-found", "sentence");
  return say(parts, seat, { on, unclear });
}

async function say(
  { store, announce, limits }: Dependencies,
  { sessionId, participantId, socketId }: Seat,
  said: Pick<SaidRead, "on" | "unclear">,
): Promise<Result<void>> {
  const { retryAfter } = await limits.consume("reading", participantId, READING);
  if (retryAfter !== null) return tooOften(retryAfter);
  const stored = await store.reading.say({ sessionId, participantId, ...said });
  if (stored.ok) {
    announce.changed(sessionId);
    announce.mine(participantId, socketId);
  }
  return stored;
}
