import { tells } from "#debate/rules/identity.ts";
import type { Actor, Moderation } from "#debate/rules/moderation.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Parts } from "#server/sessions/parts.ts";
import type { Deciding, Decision } from "#server/store/moderation.ts";

/** Where and by whom something is decided. */
type Place = { sessionId: string; actor: Actor };
/** The line of the log that can take the decision back. */
type Logged = Result<{ entry: number | null }>;

/** Hides, shows, approves or keeps a rebuttal, and settles its reports. */
export function moderate(
  parts: Parts,
  place: Place,
  { rebuttalId, action }: { rebuttalId: string; action: Moderation },
): Promise<Logged> {
  return decide(parts, place, (deciding) => parts.store.moderation.moderate(deciding, rebuttalId, action));
}

/** [R9] Takes a decision of the log back. */
export async function undo(parts: Parts, place: Place, entry: number): Promise<Logged> {
  const seats = await knowsSeats(parts, place);
  return decide(parts, place, (deciding) => parts.store.moderation.takeBack(deciding, entry, { seats }));
}

/** [B4] Takes a seat away: its ballots no longer count, its rebuttals are hidden, and it stays away. */
export async function removeParticipant(parts: Parts, place: Place, participantId: string): Promise<Logged> {
  if (!(await knowsSeats(parts, place))) return refuse("forbidden");
  const removed = await decide(parts, place, (deciding) =>
    parts.store.moderation.remove(deciding, participantId),
  );
  if (removed.ok) parts.announce.removed(participantId);
  return removed;
}

/** [R9] Gives a seat back. */
export async function restoreParticipant(parts: Parts, place: Place, participantId: string): Promise<Logged> {
  if (!(await knowsSeats(parts, place))) return refuse("forbidden");
  return decide(parts, place, (deciding) => parts.store.moderation.restore(deciding, participantId));
}

/** [V7] Where nobody may know whose seat is whose, none goes and comes back: the tally between would tell its vote. */
async function knowsSeats({ store }: Parts, { sessionId, actor }: Place): Promise<boolean> {
  const session = await store.sessions.byId(sessionId);
  return session !== null && tells(session.settings.identity, actor, "id");
}

async function decide(
  { clock, announce }: Parts,
  place: Place,
  store: (deciding: Deciding) => Promise<Result<Decision>>,
): Promise<Logged> {
  const decided = await store({ ...place, at: clock() });
  if (!decided.ok) return decided;
  const { entry, reporters } = decided.value;
  announce.changed(place.sessionId, "now");
  // [R10] Whoever reported something hears what became of it.
  for (const participantId of reporters) announce.mine(participantId);
  return accept({ entry });
}

/** Deletes a session and everything about it. */
export async function deleteSession({ store, announce }: Parts, sessionId: string): Promise<void> {
  await store.sessions.remove(sessionId);
  announce.gone(sessionId);
}
