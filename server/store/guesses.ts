import type { Guess } from "#debate/counting/input.ts";
import type { Phase } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { type Step, stepOf } from "#debate/rules/steps.ts";
import type { Database } from "#server/store/database.ts";
import { bump, readSettings } from "#server/store/sessions.ts";

/** [V16] Guesses of the share For in the last vote. */
export function guessStore({ reader, write }: Database) {
  return {
    /** [B4] The guesses of seats that were not removed. */
    async ofSession(sessionId: string): Promise<Guess[]> {
      return reader.guess.findMany({
        where: { sessionId, participant: { removedAt: null } },
        select: { participantId: true, share: true },
      });
    },

    /** Stores a seat's guess in place of an older one, at the step `guess` only. */
    async cast(
      { sessionId, participantId }: { sessionId: string; participantId: string },
      share: number,
    ): Promise<Result<void>> {
      return write(async (transaction) => {
        const participant = await transaction.participant.findUnique({
          where: { id: participantId },
          include: { session: true },
        });
        if (participant?.sessionId !== sessionId) return refuse("not-found");
        if (participant.removedAt !== null) return refuse("removed");
        const { session } = participant;
        const step = stepOf({
          phase: session.phase as Phase,
          settings: readSettings(session),
          step: session.step as Step | null,
        });
        if (step !== "guess") return refuse("wrong-phase");
        await transaction.guess.upsert({
          where: { participantId },
          create: { participantId, sessionId, share },
          update: { share },
        });
        await bump(transaction, sessionId);
        return accept(undefined);
      }, sessionId);
    },
  };
}
