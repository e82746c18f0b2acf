import type { comprehension } from "#debate/activities/comprehension/messages.ts";
import type { Answers } from "#debate/activities/comprehension/results.ts";
import { areAnswers } from "#debate/activities/comprehension/rules.ts";
import { votesSealed } from "#debate/rules/phases.ts";
import { present } from "#debate/rules/present.ts";
import { type Result, refuse, tooOften } from "#debate/rules/result.ts";
import type { ActivityUse } from "#server/activities/activity-use.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { tabular } from "#server/sessions/export-rows.ts";
import type { Seat } from "#server/sessions/seat.ts";

/** [L5] How often a seat may change its answers. */
const ANSWERING = { max: 600, window: 60 };

/** [Y4] Stores a student's answers to the questions on the positions; the newest count. */
export async function answerQuestions(
  { store, announce, limits }: Dependencies,
  { sessionId, participantId, socketId }: Seat,
  { answers }: { answers: Answers },
): Promise<Result<void>> {
  const { retryAfter } = await limits.consume("comprehension", participantId, ANSWERING);
  if (retryAfter !== null) return tooOften(retryAfter);
  if (!areAnswers(await store.sessions.debateOf(sessionId), answers))
    return refuse("malformed", "answers: one for each question, among its options");
  const stored = await store.comprehension.answer({ sessionId, participantId, answers });
  if (stored.ok) {
    announce.changed(sessionId);
    announce.mine(participantId, socketId);
  }
  return stored;
}

export const comprehensionUse = {
  uses: { "comprehension:answer": answerQuestions },
  mine: async ({ store }, _session, participantId) =>
    present({ answers: await store.comprehension.of(participantId) }),
  ownFile: async ({ store }, participantId) => ({ answers: await store.comprehension.of(participantId) }),
  tables: {
    comprehension: {
      isSealed: votesSealed,
      /** [Y5] How often each option of a question was chosen, never by whom. */
      async rows({ store }, { id, settings }) {
        const { kit } = await store.sessions.debateOf(id);
        const room = await store.sessions.room(id);
        const questions = settings.activities.comprehension ? (kit?.questions ?? []) : [];
        return tabular(
          ["question", "option", "right", "count"],
          questions.flatMap(({ options, answer }, question) =>
            options.map((_, option) => ({
              question: question + 1,
              option: option + 1,
              right: option === answer,
              count: room?.check?.options[question]?.[option] ?? 0,
            })),
          ),
        );
      },
    },
  },
} as const satisfies ActivityUse<typeof comprehension.sends>;
