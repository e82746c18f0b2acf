import { writtenLines } from "#debate/rules/exit-ticket.ts";
import { type Result, tooOften } from "#debate/rules/result.ts";
import type { Seat } from "#server/sessions/cast.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** [L5] How often a seat may change its exit ticket. */
const WRITING = { max: 600, window: 60 };

/** [Y15] Stores a student's exit ticket; the newest counts. */
export async function writeExit(
  { store, announce, limits }: Dependencies,
  { sessionId, participantId, socketId }: Seat,
  written: Parameters<typeof writtenLines>[0],
): Promise<Result<void>> {
  const ticket = writtenLines(written);
  const { retryAfter } = await limits.consume("exit", participantId, WRITING);
  if (retryAfter !== null) return tooOften(retryAfter);
  const stored = await store.exitTickets.write({ sessionId, participantId, ticket });
  if (stored.ok) {
    announce.changed(sessionId);
    announce.mine(participantId, socketId);
  }
  return stored;
}
