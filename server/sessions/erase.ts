import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { bindsCodes } from "#debate/rules/session-options.ts";
import { seatsLeft } from "#server/activities/index.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { Seat } from "#server/sessions/seat.ts";
import type { Erased } from "#server/store/erasure/erasure.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** Students delete their own data; hosts delete a student's. */
export type By = "participant" | "host";

/** [G2] Deletes what a participant wrote; the choices stay, so that the tallies don't change. */
export async function eraseWords(
  parts: Dependencies,
  session: SessionRecord,
  participantId: string,
  by: By,
): Promise<Result<void>> {
  const allowed = mayErase(session, by);
  if (!allowed.ok) return allowed;
  const deciding = { sessionId: session.id, at: parts.clock(), actor: by };
  const erased = await parts.store.erasure.words(deciding, participantId, parts.ids.ofWords);
  if (erased === null) return refuse("not-found");
  if (erased.seats.length > 0) tell(parts, session.id, erased.seats);
  return accept(undefined);
}

/**
 * [G3] Deletes a seat with everything about it. [Z17] Its votes stay once an anonymous class has results, and [X10] [Y5] its counts in
 * activities if the host deletes it. `removed`: the seat had been removed, and stays out [G4].
 */
export async function eraseSeat(
  parts: Dependencies,
  session: SessionRecord,
  participantId: string,
  by: By,
): Promise<Result<Erased>> {
  const allowed = mayErase(session, by);
  if (!allowed.ok) return allowed;
  const deciding = { sessionId: session.id, at: parts.clock(), actor: by };
  const erased = await parts.store.erasure.seat(
    deciding,
    participantId,
    {
      usesUpCode: bindsCodes(session.settings),
      keeps: session.settings.identity === "anonymous" ? "votes" : by === "host" ? "counts" : null,
      number: parts.ids.uuid(),
    },
    parts.ids.ofWords,
  );
  if (erased === null) return refuse("not-found");
  parts.announce.erased(participantId);
  await seatsLeft(parts, session.id);
  tell(parts, session.id, erased.seats);
  return accept(erased.outcome);
}

/** [G5] The host deletes a rebuttal permanently; hiding keeps it. */
export async function eraseRebuttal(
  parts: Dependencies,
  sessionId: string,
  rebuttalId: string,
): Promise<Result<void>> {
  const deciding = { sessionId, at: parts.clock(), actor: "host" } as const;
  const erased = await parts.store.erasure.rebuttal(deciding, rebuttalId);
  if (erased === null) return refuse("not-found");
  tell(parts, sessionId, erased.seats);
  return accept(undefined);
}

/** [R22] An author withdraws a rebuttal: it is deleted, at any time [G2]. */
export async function withdrawOwn(
  parts: Dependencies,
  { sessionId, participantId }: Seat,
  rebuttalId: string,
): Promise<Result<void>> {
  const deciding = { sessionId, at: parts.clock(), actor: "participant" } as const;
  const erased = await parts.store.erasure.rebuttal(deciding, rebuttalId, participantId);
  if (erased === null) return refuse("not-found");
  tell(parts, sessionId, erased.seats);
  return accept(undefined);
}

/** [R10] Notifies the author of a deleted rebuttal, and those who reported or endorsed it. */
function tell({ announce }: Dependencies, sessionId: string, seats: string[]): void {
  announce.changed(sessionId, "now");
  for (const participantId of seats) announce.mine(participantId);
}

/** [G6] In an anonymous session only authors can delete their words, because no one may know whose they are. */
function mayErase({ settings }: SessionRecord, by: By): Result<void> {
  return by === "host" && settings.identity === "anonymous" ? refuse("forbidden") : accept(undefined);
}
