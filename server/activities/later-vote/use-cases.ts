import type { laterVote } from "#debate/activities/later-vote/messages.ts";
import { laterWindow } from "#debate/activities/later-vote/rules.ts";
import { switched } from "#debate/rules/chosen-activities.ts";
import { isClosed } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { scheduleAfter } from "#debate/rules/schedule.ts";
import type { ActivityUse, Host } from "#server/activities/activity-use.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { changeCourse } from "#server/sessions/schedule.ts";

/** [P34] Plans a later vote, or drops it as long as it has not opened, with its set dates. */
async function planLaterVote(
  parts: Dependencies,
  { sessionId }: Host,
  { planned }: { planned: boolean },
): Promise<Result<void>> {
  const changed = await changeCourse(
    parts,
    sessionId,
    ({ phase, settings, simulated, schedule, closedAt }) => {
      if (isClosed(phase) && phase !== "closed") return refuse("wrong-phase");
      // [H3] Closed without one, a rehearsal is over.
      if (!planned && phase === "closed" && simulated !== undefined) return refuse("wrong-phase");
      if (planned && closedAt !== null && parts.clock() > laterWindow(closedAt, { simulated }).until)
        return refuse("wrong-phase", "planned: at most a year after the session was closed");
      const left = { ...settings, activities: switched(settings.activities, "laterVote", planned) };
      const switches = { name: "laterVote", isOn: planned } as const;
      return accept({ switches, schedule: scheduleAfter(schedule, phase, left) });
    },
    () => ({ at: parts.clock(), actor: "host", kind: planned ? "later-planned" : "later-dropped" }),
  );
  return changed.ok ? accept(undefined) : changed;
}

export const laterVoteUse = {
  uses: { "host:later-vote": planLaterVote },
} as const satisfies ActivityUse<typeof laterVote.sends>;
