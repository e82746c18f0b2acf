import { type Moves, movesIn } from "#debate/counting/movement.ts";
import type { Summary } from "#debate/protocol/answers/summary.ts";
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

type Counted = Awaited<ReturnType<typeof cachedResults>>["forHost"]["experiment"];

/** Of an experiment with enough people. */
export function experimentIn(counted: Counted | undefined): Summary["experiment"] {
  if (!counted || counted.difference === null || counted.se === null) return undefined;
  const { kind, difference, se, arms } = counted;
  return { kind, difference, se, n: [arms[0].n, arms[1].n] };
}
