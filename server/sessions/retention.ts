import type { Dependencies } from "#server/sessions/dependencies.ts";
import { deleteSession } from "#server/sessions/moderate.ts";

const DAY = 24 * 60 * 60 * 1_000;

/**
 * [T1] Permanently deletes sessions closed `days` ago, or opened `days` ago and never closed. Several servers may do
 * it at once. Returns how many there were.
 */
export async function forgetOld(parts: Dependencies, days: number): Promise<number> {
  const old = await parts.store.sessions.endedBefore(parts.clock() - days * DAY);
  for (const sessionId of old) await deleteSession(parts, sessionId);
  return old.length;
}
