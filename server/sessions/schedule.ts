import { switched } from "#debate/rules/chosen-activities.ts";
import { laterWindow } from "#debate/rules/later-vote.ts";
import { isClosed } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import {
  datesInLog,
  type NearSchedule,
  readSchedule,
  type Schedule,
  scheduleAfter,
  type TypedSchedule,
} from "#debate/rules/schedule.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { SessionChange } from "#server/store/session-change.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

type Parts = Pick<Dependencies, "store" | "clock" | "announce">;

/** [P31] Set dates as typed or brought near; refused with the field that is wrong, and why. Null without any. */
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
  const changed = await change(parts, sessionId, (session) => {
    const dates = datesFrom(schedule, session, parts.clock());
    return dates.ok ? accept({ schedule: dates.value }) : dates;
  });
  return changed.ok ? accept({ schedule: changed.value.schedule }) : changed;
}

/** [P34] Plans a later vote, or drops it as long as it has not opened, with its set dates. */
export async function planLaterVote(
  parts: Parts,
  sessionId: string,
  { planned }: { planned: boolean },
): Promise<Result<void>> {
  const changed = await change(
    parts,
    sessionId,
    ({ phase, settings, simulated, schedule, closedAt }) => {
      if (isClosed(phase) && phase !== "closed") return refuse("wrong-phase");
      // [H3] Closed without one, a rehearsal is over.
      if (!planned && phase === "closed" && simulated !== undefined) return refuse("wrong-phase");
      if (planned && closedAt !== null && parts.clock() > laterWindow(closedAt, { simulated }).until)
        return refuse("wrong-phase", "planned: at most a year after the session was closed");
      const left = { ...settings, activities: switched(settings.activities, "laterVote", planned) };
      return accept({ laterVote: planned, schedule: scheduleAfter(schedule, phase, left) });
    },
    planned ? "later-planned" : "later-dropped",
  );
  return changed.ok ? accept(undefined) : changed;
}

async function change(
  { store, clock, announce }: Parts,
  sessionId: string,
  decide: (session: SessionRecord) => Result<SessionChange>,
  kind: "dates" | "later-planned" | "later-dropped" = "dates",
): Promise<Result<SessionRecord>> {
  const changed = await store.sessions.change(sessionId, decide, ({ schedule }) => ({
    ...{ at: clock(), actor: "host", kind },
    ...(kind === "dates" && { detail: datesInLog(schedule) }),
  }));
  if (!changed.ok) return changed;
  announce.changed(sessionId, "now");
  announce.timer(sessionId);
  return changed;
}
