import type { Guess } from "#debate/activities/guess/rules.ts";
import { isOpen } from "#debate/activities/open.ts";
import { opensVote } from "#debate/rules/phases.ts";
import { Prisma } from "#prisma/generated/sqlite/client.ts";
import type { ActivityRows } from "#server/activities/activity-rows.ts";
import { batchedRead } from "#server/store/batching/batched-read.ts";
import type { Database } from "#server/store/database.ts";
import { createSeatWriter, theirs } from "#server/store/seats/seat-writer.ts";

/** A seat's guess. `version`: of the session, as the phone knew it when its student guessed. */
type Cast = Guess & { sessionId: string; version?: number | undefined };

/** [V16] Guesses of the share For in the last vote. */
function guessTable(database: Database) {
  return {
    /** A seat's own. */
    of: batchedRead(async (ids) => {
      const found = await database.rows<Guess>(
        Prisma.sql`SELECT "participantId", "share" FROM "guess" WHERE "participantId" IN (${Prisma.join(ids)})`,
      );
      return new Map(found.map(({ participantId, share }) => [participantId, share]));
    }),

    /** [B4] The guesses of seats that were not removed. */
    ofSession: (sessionId: string) => guessesOf(database, sessionId),

    /**
     * Stores a seat's guess in place of an older one, at the step `guess` only. The next step, which raises the session's
     * version, counts them.
     */
    cast: createSeatWriter<Cast>(database, {
      whyNot(session, { version }) {
        if (!isOpen("guess", session)) return "wrong-phase";
        // [V16] A guess that a phone kept from an earlier reveal is about other votes.
        return version !== undefined && version < session.resultsVersion ? "stale" : null;
      },
      async replace(transaction, newest) {
        await transaction.guess.deleteMany(theirs(newest));
        await transaction.guess.createMany({ data: newest.map(({ version: _, ...guess }) => guess) });
      },
    }),
  };
}

function guessesOf({ reader }: Database, sessionId: string): Promise<Guess[]> {
  return reader.guess.findMany({
    where: { sessionId, participant: { removedAt: null } },
    select: { participantId: true, share: true },
  });
}

export const guessRows = {
  tables: (database) => ({ guesses: guessTable(database) }),
  /** [B4] They don't change the session's version. */
  count: async ({ reader }, { id }) => ({
    guessed: await reader.guess.count({ where: { sessionId: id, participant: { removedAt: null } } }),
  }),
  forResults: async (database, { id }) => ({ guesses: await guessesOf(database, id) }),
  /** [V14] When voting opens again, the next results start over, with new guesses. */
  async moves(transaction, { id }, { phase }) {
    if (opensVote(phase)) await transaction.guess.deleteMany({ where: { sessionId: id } });
    return {};
  },
} as const satisfies ActivityRows;
