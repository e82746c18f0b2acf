import type { Guess } from "#debate/counting/input.ts";
import type { Phase } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { type Step, stepOf } from "#debate/rules/steps.ts";
import { unwatched } from "#server/platform/watch.ts";
import type { Client, Database, Transaction } from "#server/store/database.ts";
import { createGroupWriter, type Storing } from "#server/store/group-writer.ts";
import { readSettings } from "#server/store/session-rows.ts";

/** A seat's guess. `version`: of the session, as the phone knew it when its student guessed. */
type Cast = Guess & { sessionId: string; version?: number | undefined };

/** [V16] Guesses of the share For in the last vote. */
export function guessStore({ reader, write }: Database) {
  // A whole class guesses within seconds: one transaction each would hold up the host's step.
  const storing: Storing<Cast, Result<void>> = {
    store: (casts) =>
      write(async (transaction) => {
        const reasonOf = await reasons(transaction, casts);
        const stored = casts.filter((cast) => reasonOf(cast) === null);
        // Of several guesses of one seat the last one counts.
        const newest = new Map(stored.map((cast) => [cast.participantId, cast]));
        await transaction.guess.deleteMany({ where: { participantId: { in: [...newest.keys()] } } });
        const data = [...newest.values()].map(({ version: _, ...guess }) => guess);
        await transaction.guess.createMany({ data });
        return casts.filter((cast) => !stored.includes(cast));
      }, casts[0]?.sessionId),
    stored: () => accept(undefined),
    explain: (casts) => reasons(reader, casts),
    busy: () => refuse("busy"),
  };

  return {
    /** [B4] The guesses of seats that were not removed. */
    async ofSession(sessionId: string): Promise<Guess[]> {
      return reader.guess.findMany({
        where: { sessionId, participant: { removedAt: null } },
        select: { participantId: true, share: true },
      });
    },

    /**
     * Stores a seat's guess in place of an older one, at the step `guess` only. The session's version stays: guesses are
     * counted from the next step on, which raises it.
     */
    cast: createGroupWriter(storing, ({ sessionId }) => sessionId, unwatched()),
  };
}

/** Why a guess about one session is not stored; null if it is. */
async function reasons(
  database: Pick<Client | Transaction, "session" | "participant">,
  casts: Cast[],
): Promise<(cast: Cast) => Result<void> | null> {
  const [sessionId] = new Set(casts.map((cast) => cast.sessionId));
  const session = await database.session.findUnique({ where: { id: sessionId ?? "" } });
  const seats = await database.participant.findMany({
    where: { sessionId: sessionId ?? "", id: { in: casts.map(({ participantId }) => participantId) } },
    select: { id: true, removedAt: true },
  });
  const removed = new Map(seats.map(({ id, removedAt }) => [id, removedAt !== null]));
  const step =
    session &&
    stepOf({
      phase: session.phase as Phase,
      settings: readSettings(session),
      step: session.step as Step | null,
    });
  return ({ participantId, version }) => {
    const isRemoved = removed.get(participantId);
    if (isRemoved === undefined) return refuse("not-found");
    if (isRemoved) return refuse("removed");
    if (step !== "guess") return refuse("wrong-phase");
    // [V16] Kept on a phone since an earlier reveal: about votes that are no longer the last.
    return version !== undefined && version < (session?.resultsVersion ?? 0) ? refuse("stale") : null;
  };
}
