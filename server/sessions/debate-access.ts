import { type DebateAct, mayWith } from "#debate/rules/debate-rights.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { debateFor } from "#server/sessions/open.ts";
import type { UsableDebate } from "#server/store/debates/debates.ts";

/** [I19] A debate with which this instructor may do that. Without any right to it there is none. */
export async function debateToDo(
  store: Dependencies["store"],
  instructorId: string,
  id: string,
  act: DebateAct,
): Promise<Result<UsableDebate>> {
  const found = await debateFor(store, instructorId, id);
  if (!found) return refuse("not-found");
  if (mayWith(found.access, act)) return accept(found);
  // A built-in debate is no one's to change.
  return refuse(found.access === "built-in" ? "not-found" : "forbidden");
}
