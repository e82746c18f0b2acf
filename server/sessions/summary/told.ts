import { type Moves, movesIn } from "#debate/counting/movement.ts";
import { cachedResults } from "#server/sessions/cached-results.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Reading = Pick<Dependencies, "store" | "ids">;

/** [Z18] Null if the host of an anonymous session may not know. */
export async function movesTold(parts: Reading, session: SessionRecord): Promise<Moves | null> {
  if (session.settings.identity !== "anonymous") return parts.store.sections.movesOf(session.id);
  const { matrix } = (await cachedResults(parts, session)).forHost.paired;
  return matrix && movesIn(matrix);
}
