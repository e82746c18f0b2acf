import type { CastGuess } from "#debate/protocol/messages.ts";
import { accept, type Result, refuse, tooOften } from "#debate/rules/result.ts";
import { type Step, stepOf } from "#debate/rules/steps.ts";
import type { Seat } from "#server/sessions/cast.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { keepCounted } from "#server/sessions/kept-results.ts";
import { isGuessOver } from "#server/sessions/reveal-message.ts";

/** [V15] Shows another step of a staged reveal. `version`: the newest that the host has seen. */
export async function showStep(
  { store, clock, announce }: Dependencies,
  sessionId: string,
  { step, version }: { step: Step; version: number },
): Promise<Result<{ version: number }>> {
  let from: Step | null = null;
  // Safe to read before the transaction: a step in between makes this one stale.
  const session = step === "guess" ? await store.sessions.byId(sessionId) : null;
  const isTooLate = session !== null && (await isGuessOver({ store }, session));
  const shown = await store.sessions.change(
    sessionId,
    (session) => {
      if (session.phase !== "results" || session.settings.reveal === "at-once") return refuse("wrong-phase");
      // Two devices that step at once must not step twice.
      if (version < session.phaseVersion || version > session.version) return refuse("stale");
      from = stepOf(session);
      if (from === step) return refuse("stale");
      if (step === "guess" && (isTooLate || !session.settings.activities.guess)) return refuse("wrong-phase");
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
  // Guesses are counted from the next step on.
  if (from !== "guess") keepCounted(store, shown.value);
  announce.changed(sessionId, "now");
  return accept({ version: shown.value.version });
}

/** [L5] How often a seat may guess: more than a thumb can move a slider. */
const GUESSING = { max: 600, window: 60 };

/** [V16] Stores a student's guess; the newest counts. */
export async function castGuess(
  { store, announce, limits }: Dependencies,
  { sessionId, participantId, socketId }: Seat,
  guess: CastGuess,
): Promise<Result<void>> {
  const { retryAfter } = await limits.consume("guess", participantId, GUESSING);
  if (retryAfter !== null) return tooOften(retryAfter);
  const guessed = await store.guesses.cast({ sessionId, participantId, ...guess });
  if (guessed.ok) {
    announce.changed(sessionId);
    announce.mine(participantId, socketId);
  }
  return guessed;
}
