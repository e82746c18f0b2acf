import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { type Step, stepOf } from "#debate/rules/steps.ts";
import type { Seat } from "#server/sessions/cast.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** [V15] Shows another step of a staged reveal. `version`: the newest that the host has seen. */
export async function showStep(
  { store, clock, announce }: Dependencies,
  sessionId: string,
  { step, version }: { step: Step; version: number },
): Promise<Result<{ version: number }>> {
  const shown = await store.sessions.change(
    sessionId,
    (session) => {
      if (session.phase !== "results" || !session.settings.stagedReveal) return refuse("wrong-phase");
      // Two devices that step at once must not step twice.
      if (version < session.phaseVersion || version > session.version) return refuse("stale");
      if (stepOf(session) === step) return refuse("stale");
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
  announce.changed(sessionId, "now");
  return accept({ version: shown.value.version });
}

/** [V16] Stores a student's guess; the newest counts. */
export async function castGuess(
  { store, announce }: Dependencies,
  { sessionId, participantId }: Seat,
  share: number,
): Promise<Result<void>> {
  const guessed = await store.guesses.cast({ sessionId, participantId }, share);
  if (guessed.ok) announce.changed(sessionId);
  return guessed;
}
