import { type DebateAct, mayWith } from "#debate/rules/debate-rights.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { debateFor } from "#server/sessions/open.ts";
import type { UsableDebate } from "#server/store/debates/debates.ts";

/** [I19] A debate on which this instructor has the right. Without any right to it, not found. */
export async function debateToDo(
  store: Dependencies["store"],
  instructorId: string,
  id: string,
  act: DebateAct,
): Promise<Result<UsableDebate>> {
  const found = await debateFor(store, instructorId, id);
  if (!found) return refuse("not-found");
  if (mayWith(found.access, act)) return accept(found);
  // No one may change a built-in debate.
  return refuse(found.access === "built-in" ? "not-found" : "forbidden");
}
