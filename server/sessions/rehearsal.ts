import type { Log } from "#server/platform/failures.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { deleteSession } from "#server/sessions/moderate.ts";

const DAY = 24 * 60 * 60 * 1_000;

/** [H3] A second rehearsal replaces the first, so delete an instructor's rehearsals. */
export async function deleteRehearsals(parts: Dependencies, hostId: string): Promise<void> {
  for (const id of await parts.store.sessions.rehearsals({ hostId })) await deleteSession(parts, id);
}

/**
 * [H3] Deletes rehearsals that were opened a day ago or, when the only server starts, all, because their students are gone. Failures
 * are logged, and tried again within the hour.
 */
export async function forgetRehearsals(parts: Dependencies, which: "all" | "old", log: Log): Promise<void> {
  const report = (error: unknown) => log.error({ err: error }, "a rehearsal could not be deleted");
  try {
    const found = await parts.store.sessions.rehearsals(
      which === "all" ? {} : { before: parts.clock() - DAY },
    );
    for (const id of found) await deleteSession(parts, id).catch(report);
  } catch (error) {
    report(error);
  }
}
