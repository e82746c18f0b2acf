import { isAboutSeat, LOG_LENGTH, logFor, tellsEvent } from "#debate/rules/log.ts";
import type { Actor } from "#debate/rules/moderation.ts";
import type { LogEntry } from "#debate/rules/snapshot.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** The log of a session as host or assistant may read it, the newest first; with `before`, the entries before that one. */
export async function readLog(
  { store }: Pick<Dependencies, "store">,
  { id, settings }: Pick<SessionRecord, "id" | "settings">,
  reader: Actor,
  before?: number,
): Promise<LogEntry[]> {
  const all = await store.events.newestOf(id, LOG_LENGTH, before);
  const events = all.filter((event) => tellsEvent(reader, event));
  const targets = events.map(({ detail }) => detail);
  const decidedLater = before === undefined ? [] : await store.events.decidedSince(id, before, targets);
  const seats = new Set(events.filter(({ kind }) => isAboutSeat(kind)).map(({ detail }) => detail));
  const found = await Promise.all([...seats].map((seat) => store.participants.byId(seat)));
  return logFor(
    settings.identity,
    events,
    new Map(found.flatMap((seat) => (seat ? [[seat.id, seat.name] as const] : []))),
    decidedLater,
  );
}
