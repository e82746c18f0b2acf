import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Parts } from "#server/sessions/parts.ts";
import type { Erased } from "#server/store/erasure.ts";
import type { SessionRecord } from "#server/store/sessions.ts";

/** A student deletes their own, a host somebody's. */
export type By = "participant" | "host";

/** [G2] Deletes what a participant wrote; the choices stay, so that the tallies do. */
export async function eraseWords(
  parts: Parts,
  session: SessionRecord,
  participantId: string,
  by: By,
): Promise<Result<void>> {
  const allowed = mayErase(session, by);
  if (!allowed.ok) return allowed;
  const deed = { sessionId: session.id, at: parts.clock(), actor: by };
  if (!(await parts.store.erasure.words(deed, participantId))) return refuse("not-found");
  parts.announce.changed(session.id, "now");
  parts.announce.mine(participantId);
  return accept(undefined);
}

/** [G3] Deletes a seat with everything about it. `removed`: it had been taken away, and stays so [G4]. */
export async function eraseSeat(
  parts: Parts,
  session: SessionRecord,
  participantId: string,
  by: By,
): Promise<Result<Erased>> {
  const allowed = mayErase(session, by);
  if (!allowed.ok) return allowed;
  const deed = { sessionId: session.id, at: parts.clock(), actor: by };
  const erased = await parts.store.erasure.seat(deed, participantId);
  if (erased === null) return refuse("not-found");
  parts.announce.erased(participantId);
  parts.announce.changed(session.id, "now");
  return accept(erased);
}

/** [G5] The host deletes a rebuttal for good, which hiding does not. */
export async function eraseRebuttal(
  { store, clock, announce }: Parts,
  sessionId: string,
  rebuttalId: string,
): Promise<Result<void>> {
  const author = await store.erasure.rebuttal({ sessionId, at: clock(), actor: "host" }, rebuttalId);
  if (author === null) return refuse("not-found");
  announce.changed(sessionId, "now");
  announce.mine(author);
  return accept(undefined);
}

/** [G6] Where nobody may know whose words are whose, only whoever wrote them can choose them. */
function mayErase({ settings }: SessionRecord, by: By): Result<void> {
  return by === "host" && settings.identity === "anonymous" ? refuse("forbidden") : accept(undefined);
}
