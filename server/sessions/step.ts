import { hasStep } from "#debate/activities/open.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { isActivityStep, type Step, stepOf } from "#debate/rules/steps.ts";
import { keepCache } from "#server/sessions/cached-results.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { isTooLateForActivities } from "#server/sessions/reveal-message.ts";

/** [V15] Shows another step of a staged reveal. `version`: the newest that the host has seen. */
export async function showStep(
  { store, clock, announce }: Dependencies,
  sessionId: string,
  { step, version }: { step: Step; version: number },
): Promise<Result<{ version: number }>> {
  let from: Step | null = null;
  // Safe to read before the transaction: a step in between makes this one stale.
  const session = isActivityStep(step) ? await store.sessions.byId(sessionId) : null;
  const isTooLate = session !== null && (await isTooLateForActivities({ store }, session));
  const shown = await store.sessions.change(
    sessionId,
    (session) => {
      if (session.phase !== "results" || session.settings.reveal === "at-once") return refuse("wrong-phase");
      // Two devices that step at once must not step twice.
      if (version < session.phaseVersion || version > session.version) return refuse("stale");
      from = stepOf(session);
      if (from === step) return refuse("stale");
      if (isActivityStep(step) && (isTooLate || !hasStep(step, session.settings)))
        return refuse("wrong-phase");
      return accept({
        step,
        phaseVersion: session.version + 1,
        opened: session.opened || step === "open",
        // [V13] The host's step ends a blank wall, like a move.
        onWall: null,
      });
    },
    () => ({ at: clock(), actor: "host", kind: "step", detail: step }),
  );
  if (!shown.ok) return shown;
  // An activity's step is counted at the next step.
  if (from === null || !isActivityStep(from)) keepCache(store, shown.value);
  announce.changed(sessionId, "now");
  return accept({ version: shown.value.version });
}
