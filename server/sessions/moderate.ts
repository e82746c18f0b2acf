import type { Logged } from "#debate/protocol/events.ts";
import { tells } from "#debate/rules/identity.ts";
import type { Actor, Moderation } from "#debate/rules/moderation.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { seatsLeft } from "#server/activities/index.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { Deciding } from "#server/store/moderation/deciding.ts";
import type { Decision } from "#server/store/moderation/decisions.ts";
import type { Read } from "#server/store/sessions/rebuttal-editions.ts";

type Decider = { sessionId: string; actor: Actor };

/** [R26] Hides, shows, approves or keeps rebuttals, and resolves their reports. */
export async function moderate(
  parts: Dependencies,
  decider: Decider,
  rebuttals: readonly Read[],
  action: Moderation,
): Promise<Result<Logged>> {
  return logged(
    await decide(parts, decider, (deciding) => parts.store.moderation.moderate(deciding, rebuttals, action)),
  );
}

/** [R24] Merges a rebuttal into another, or with null separates it. */
export async function merge(
  parts: Dependencies,
  decider: Decider,
  { rebuttalId, into }: { rebuttalId: string; into: string | null },
): Promise<Result<Logged>> {
  return logged(
    await decide(parts, decider, (deciding) => parts.store.moderation.merge(deciding, rebuttalId, into)),
  );
}

/** [R16] Hides everything that some seats wrote. [V7] Not in anonymous sessions, where no one may know whose words are whose. */
export async function hideWords(
  parts: Dependencies,
  decider: Decider,
  participantIds: string[],
): Promise<Result<Logged>> {
  if (!(await knowsSeats(parts, decider))) return refuse("forbidden");
  return logged(
    await decide(parts, decider, (deciding) => parts.store.moderation.hideWords(deciding, participantIds)),
  );
}

/** [R9] Undoes decisions of the log. */
export async function undo(
  parts: Dependencies,
  decider: Decider,
  entries: number[],
): Promise<Result<Logged>> {
  const seats = await knowsSeats(parts, decider);
  return logged(
    await decide(parts, decider, (deciding) => parts.store.moderation.takeBack(deciding, entries, { seats })),
  );
}

/** [B4] Removes seats: their ballots no longer count, their rebuttals are hidden, and they stay away. */
export async function removeParticipants(
  parts: Dependencies,
  decider: Decider,
  participantIds: string[],
): Promise<Result<Logged>> {
  if (!(await knowsSeats(parts, decider))) return refuse("forbidden");
  const removed = await decide(parts, decider, (deciding) =>
    parts.store.moderation.remove(deciding, ...participantIds),
  );
  // Only the seats that the store found in this session.
  if (removed.ok) {
    for (const participantId of removed.value.seats) parts.announce.removed(participantId);
    await seatsLeft(parts, decider.sessionId);
  }
  return logged(removed);
}

/** The log entries that can undo what was decided. */
function logged(decided: Result<Decision>): Result<Logged> {
  if (!decided.ok) return decided;
  const { entries, hidden } = decided.value;
  return accept({ entries, ...hidden });
}

/** [V7] In anonymous sessions no seat is removed or restored: the tally in between would reveal its vote. */
async function knowsSeats({ store }: Dependencies, { sessionId, actor }: Decider): Promise<boolean> {
  const session = await store.sessions.byId(sessionId);
  return session !== null && tells(session.settings.identity, actor, "id");
}

async function decide(
  { clock, announce }: Dependencies,
  decider: Decider,
  store: (deciding: Deciding) => Promise<Result<Decision>>,
): Promise<Result<Decision>> {
  const decided = await store({ ...decider, at: clock() });
  if (!decided.ok) return decided;
  announce.changed(decider.sessionId, "now");
  // [R10] Reporters learn the outcome.
  for (const participantId of decided.value.notified) announce.mine(participantId);
  return decided;
}

/** Deletes a session and everything about it. */
export async function deleteSession(
  { store, announce }: Pick<Dependencies, "store" | "announce">,
  sessionId: string,
): Promise<void> {
  await store.sessions.remove(sessionId);
  announce.gone(sessionId);
}
