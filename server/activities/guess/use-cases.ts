import type { guess } from "#debate/activities/guess/messages.ts";
import type { CastGuess } from "#debate/activities/guess/rules.ts";
import { LEAST_GROUP } from "#debate/counting/tally.ts";
import { present } from "#debate/rules/present.ts";
import { type Result, tooOften } from "#debate/rules/result.ts";
import { hasCome, resultsOpened, stepOf } from "#debate/rules/steps.ts";
import type { ActivityUse } from "#server/activities/activity-use.ts";
import { cachedResults } from "#server/sessions/cached-results.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { tabular } from "#server/sessions/export-rows.ts";
import type { Seat } from "#server/sessions/seat.ts";

/** [L5] How often a seat may guess: more than a thumb can move a slider. */
const GUESSING = { max: 600, window: 60 };

/** [V16] Stores a student's guess; the newest counts. */
export async function castGuess(
  { store, announce, limits }: Dependencies,
  { sessionId, participantId, socketId }: Seat,
  given: CastGuess,
): Promise<Result<void>> {
  const { retryAfter } = await limits.consume("guess", participantId, GUESSING);
  if (retryAfter !== null) return tooOften(retryAfter);
  const guessed = await store.guesses.cast({ sessionId, participantId, ...given });
  if (guessed.ok) {
    announce.changed(sessionId);
    announce.mine(participantId, socketId);
  }
  return guessed;
}

export const guessUse = {
  uses: { "guess:cast": castGuess },
  mine: async ({ store }, _session, participantId) =>
    present({ guess: await store.guesses.of(participantId) }),
  ownFile: async ({ store }, participantId) => ({ guess: (await store.guesses.of(participantId)) ?? null }),
  tables: {
    guesses: {
      order: ["participant", "share"],
      isOfVotes: true,
      /** [V16] [V42] Sealed until counted: a file after each new guess would tell whose it is. */
      isSealed(session) {
        const step = stepOf(session);
        if (!session.settings.activities.guess || resultsOpened(session)) return false;
        return step === null || !hasCome(step, "flow");
      },
      /**
       * [V42] With names where files name people; else sorted, and none for fewer than four guesses or [Z19] where the host's
       * results have none.
       */
      async rows(parts, session, people) {
        const guesses = await parts.store.guesses.ofSession(session.id);
        if (people.areNamed)
          return tabular(
            [...people.columns, "share"],
            guesses
              .toSorted((one, other) => (one.participantId < other.participantId ? -1 : 1))
              .map(({ participantId, share }) => ({ ...people.of(participantId), share })),
          );
        const shares = guesses.map(({ share }) => share).sort((one, other) => one - other);
        const { guess: told } = (await cachedResults(parts, session)).forHost;
        const isTold = told !== null && shares.length >= LEAST_GROUP;
        return tabular(["share"], isTold ? shares.map((share) => ({ share })) : []);
      },
    },
  },
} as const satisfies ActivityUse<typeof guess.sends>;
