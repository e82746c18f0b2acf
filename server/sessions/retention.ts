import { LONGEST_WAIT } from "#debate/rules/after-lesson.ts";
import { present } from "#debate/rules/present.ts";
import type { Retention } from "#debate/rules/retention.ts";
import type { Audit } from "#server/sessions/audit.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { deleteSession } from "#server/sessions/moderate.ts";

const DAY = 24 * 60 * 60 * 1_000;

/** [T9] The server's configuration overrides what the first instructor chose. */
export async function retentionOf({ retentionDays, store }: Dependencies): Promise<Retention> {
  const days = retentionDays ?? (await store.accounts.chosenRetention());
  return { ...present({ days }), isFixed: retentionDays !== undefined };
}

/** [I30] Records for how long this server keeps sessions, where that has changed since it last started. */
export async function recordRetention(parts: Dependencies, audit: Audit): Promise<void> {
  const { days } = await retentionOf(parts);
  const detail = String(days ?? "");
  const before = await parts.store.audit.setting("retention");
  if (detail !== (before ?? ""))
    await audit.write({ kind: "setting", what: "retention", detail, actorId: null });
}

/**
 * [T1] Permanently deletes sessions that were closed, or opened and never closed, as many days ago as this server
 * keeps them. Several servers may do it at once. One with a later vote waits for that, a year at most. Returns how
 * many there were.
 */
export async function forgetOld(parts: Dependencies): Promise<number> {
  const { days } = await retentionOf(parts);
  if (days === undefined) return 0;
  const now = parts.clock();
  const old = await parts.store.sessions.endedBefore(now - days * DAY, now - LONGEST_WAIT);
  // [Q13] Before their sessions, so that a class is old as long as one of these is newer.
  await parts.store.classes.forgetBefore(now - days * DAY);
  for (const sessionId of old) await deleteSession(parts, sessionId, { actor: "server", at: now });
  return old.length;
}
