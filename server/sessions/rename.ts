import { tells } from "#debate/rules/identity.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { announceRename } from "#server/sessions/classes.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** [Q10] The host corrects a seat's name, or with pseudonyms its real one. */
export async function renameOne(
  parts: Dependencies,
  { id: sessionId, settings: { identity } }: SessionRecord,
  participantId: string,
  name: string,
): Promise<Result<void>> {
  if (!tells(identity, "host", "name")) return refuse("forbidden", "An anonymous session has no names.");
  const seat = { sessionId, participantId, identity };
  if (!(await parts.store.participants.rename(seat, name))) return refuse("not-found");
  announceRename(parts, seat);
  return accept(undefined);
}
