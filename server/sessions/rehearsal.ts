import type { Dependencies } from "#server/sessions/dependencies.ts";
import { deleteSession } from "#server/sessions/moderate.ts";

const DAY = 24 * 60 * 60 * 1_000;

/** [H3] Deletes an instructor's rehearsals. Nothing of them is worth keeping, so a second one replaces the first. */
export async function deleteRehearsals(parts: Dependencies, hostId: string): Promise<void> {
  for (const { id } of await parts.store.sessions.rehearsals({ hostId })) await deleteSession(parts, id);
}

/** [H3] Deletes rehearsals: those opened a day ago or, when the server starts, all, whose students are gone. */
export async function forgetRehearsals(parts: Dependencies, which: "all" | "old"): Promise<void> {
  const before = which === "all" ? Number.POSITIVE_INFINITY : parts.clock() - DAY;
  for (const { id, createdAt } of await parts.store.sessions.rehearsals({}))
    if (createdAt < before) await deleteSession(parts, id);
}
