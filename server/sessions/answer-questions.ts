import { type Answers, areAnswers } from "#debate/content/questions.ts";
import { type Result, refuse, tooOften } from "#debate/rules/result.ts";
import type { Seat } from "#server/sessions/cast.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** [L5] How often a seat may change its answers. */
const ANSWERING = { max: 600, window: 60 };

/** [Y4] Stores a student's answers to the questions on the positions; the newest count. */
export async function answerQuestions(
  { store, announce, limits }: Dependencies,
  { sessionId, participantId, socketId }: Seat,
  answers: Answers,
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
