import { accept, type Result, refuse } from "#debate/rules/result.ts";
import {
  datesInLog,
  type NearSchedule,
  readSchedule,
  type Schedule,
  type TypedSchedule,
} from "#debate/rules/schedule.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { NewEvent } from "#server/store/sessions/events.ts";
import type { SessionChange } from "#server/store/sessions/session-change.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Parts = Pick<Dependencies, "store" | "clock" | "announce">;

/** [P31] Set dates as typed or adjusted; refused with the wrong field and the reason. Null without any. */
export function datesFrom(
  typed: TypedSchedule | NearSchedule | null | undefined,
  session: Pick<SessionRecord, "phase" | "settings" | "simulated" | "closedAt">,
  now: number,
): Result<Schedule | null> {
  if (!typed || ("near" in typed ? typed.near : typed.dates).length === 0) return accept(null);
  const read = readSchedule(typed, { ...session, now });
  if (read.ok) return accept(read.value);
  const { index, problem } = read;
  return refuse(
    "malformed",
    problem === "zone"
      ? "schedule.zone: zone"
      : `schedule.${"near" in typed ? "near" : "dates"}.${index}: ${problem}`,
  );
}

/** [P29] Replaces a session's set dates. */
export async function setDates(
  parts: Parts,
  sessionId: string,
  { schedule }: { schedule: TypedSchedule | null },
): Promise<Result<{ schedule: Schedule | null }>> {
  const changed = await changeCourse(
    parts,
    sessionId,
    (session) => {
      const dates = datesFrom(schedule, session, parts.clock());
      return dates.ok ? accept({ schedule: dates.value }) : dates;
    },
    (changed) => ({ at: parts.clock(), actor: "host", kind: "dates", detail: datesInLog(changed.schedule) }),
  );
  return changed.ok ? accept({ schedule: changed.value.schedule }) : changed;
}

/** Changes a session's dates or phases, and notifies timers and everyone in it. */
export async function changeCourse(
  { store, announce }: Parts,
  sessionId: string,
  decide: (session: SessionRecord) => Result<SessionChange>,
  event: (changed: SessionRecord) => Omit<NewEvent, "sessionId">,
): Promise<Result<SessionRecord>> {
  const changed = await store.sessions.change(sessionId, decide, event);
  if (!changed.ok) return changed;
  announce.changed(sessionId, "now");
  announce.timer(sessionId);
  return changed;
}
