import { LATER } from "#debate/rules/later-vote.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { deleteSession } from "#server/sessions/moderate.ts";

const DAY = 24 * 60 * 60 * 1_000;

/**
 * [T1] Permanently deletes sessions closed `days` ago, or opened `days` ago and never closed. Several servers may do
 * it at once. One with a later vote waits for that, a year at most. Returns how many there were.
 */
export async function forgetOld(parts: Dependencies, days: number): Promise<number> {
  const now = parts.clock();
  const old = await parts.store.sessions.endedBefore(now - days * DAY, now - LATER.until);
  for (const sessionId of old) await deleteSession(parts, sessionId);
  return old.length;
}
