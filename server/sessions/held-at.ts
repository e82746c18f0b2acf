import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** When the lesson was: a session may be opened days before. Until its first vote, when it was opened. */
export async function heldAt(
  { store }: Pick<Dependencies, "store">,
  { id, createdAt }: Pick<SessionRecord, "id" | "createdAt">,
): Promise<number> {
  return (await store.events.firstVoteAt(id)) ?? createdAt;
}
