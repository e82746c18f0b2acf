import { type Moderation, statusAfter } from "#debate/rules/rebuttals.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Parts } from "#server/sessions/parts.ts";
import type { Actor } from "#server/store/events.ts";

/** Hides, shows or approves a rebuttal, and settles its reports. */
export async function moderate(
  { store, clock, announce }: Parts,
  sessionId: string,
  { rebuttalId, action }: { rebuttalId: string; action: Moderation },
  actor: Actor,
): Promise<Result<void>> {
  const status = statusAfter(action);
  const done = await store.rebuttals.moderate(sessionId, rebuttalId, status, action, { actor, at: clock() });
  if (done.ok) announce.changed(sessionId, "now");
  return done;
}

/** [B4] Takes a seat away: its ballots no longer count, its rebuttals are hidden, and it stays away. */
export async function removeParticipant(
  { store, clock, announce }: Parts,
  sessionId: string,
  participantId: string,
  actor: Actor,
): Promise<Result<void>> {
  if (!(await store.participants.remove(sessionId, participantId, { actor, at: clock() })))
    return refuse("not-found");
  announce.removed(participantId);
  announce.changed(sessionId, "now");
  return accept(undefined);
}

/** Deletes a session and everything about it. */
export async function deleteSession({ store, announce }: Parts, sessionId: string): Promise<void> {
  await store.sessions.remove(sessionId);
  announce.gone(sessionId);
}
