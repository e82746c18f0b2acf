import type { Guess } from "#debate/counting/input.ts";
import { stepOf } from "#debate/rules/steps.ts";
import type { Database } from "#server/store/database.ts";
import { createSeatWriter, theirs } from "#server/store/seat-writer.ts";

/** A seat's guess. `version`: of the session, as the phone knew it when its student guessed. */
type Cast = Guess & { sessionId: string; version?: number | undefined };

/** [V16] Guesses of the share For in the last vote. */
export function guessStore(database: Database) {
  return {
    /** [B4] The guesses of seats that were not removed. */
    async ofSession(sessionId: string): Promise<Guess[]> {
      return database.reader.guess.findMany({
        where: { sessionId, participant: { removedAt: null } },
        select: { participantId: true, share: true },
      });
    },

    /**
     * Stores a seat's guess in place of an older one, at the step `guess` only. They are counted from the next step on, which
     * raises the session's version.
     */
    cast: createSeatWriter<Cast>(database, {
      whyNot(session, { version }) {
        if (stepOf(session) !== "guess") return "wrong-phase";
        // [V16] Kept on a phone since an earlier reveal: about votes that are no longer the last.
        return version !== undefined && version < session.resultsVersion ? "stale" : null;
      },
      async replace(transaction, newest) {
        await transaction.guess.deleteMany(theirs(newest));
        await transaction.guess.createMany({ data: newest.map(({ version: _, ...guess }) => guess) });
      },
    }),
  };
}
