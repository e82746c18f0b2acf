import { tells } from "#debate/rules/identity.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { StudentSeat } from "#server/store/classes/student-rows.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** [Q10] The host corrects a seat's name, or with pseudonyms its real one. */
export async function renameOne(
  parts: Dependencies,
  { id: sessionId, settings: { identity } }: SessionRecord,
  participantId: string,
  name: string,
): Promise<Result<void>> {
  if (!tells(identity, "host", "name")) return refuse("forbidden", "An anonymous session has no names.");
  return renameSeat(parts, { sessionId, participantId, identity }, name);
}

/** Corrects a seat's name, of which the room and the devices that show it hear. */
export async function renameSeat(
  { store, announce }: Dependencies,
  seat: StudentSeat,
  name: string,
): Promise<Result<void>> {
  const seats = await store.participants.rename(seat, name);
  if (!seats) return refuse("not-found");
  if (seats.length > 0) announce.changed(seat.sessionId);
  for (const participantId of seats) announce.mine(participantId);
  return accept(undefined);
}
