import type { Results } from "#debate/counting/results.ts";
import { type ResultMessage, resultMessage, stepsWithSomething } from "#debate/counting/reveal.ts";
import { hasCome, type Step, stepOf } from "#debate/rules/steps.ts";
import type { Audience } from "#debate/rules/views.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { keptResults } from "#server/sessions/kept-results.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

/** The messages of results that were counted once: by step, since all phones are told the same. */
const made = new WeakMap<Results, Map<Step, ResultMessage>>();

/**
 * [V14] What the session's step shows, the same for everyone, from what the class may see; null before the results. Host,
 * assistant and screen also get the steps that have something to show.
 */
export async function resultFor(
  parts: Pick<Dependencies, "store" | "ids">,
  session: SessionRecord,
  role: Audience["role"],
): Promise<ResultMessage | null> {
  const step = stepOf(session);
  if (step === null) return null;
  // Nothing is shown yet, so phones don't wait for the count.
  if (role === "student" && !hasCome(step, "before")) return { step };
  const { forClass } = await keptResults(parts, session);
  const message = messageOf(forClass, step);
  if (role === "student") return message;
  return { ...message, steps: stepsWithSomething(forClass, session.settings) };
}

function messageOf(told: Results, step: Step): ResultMessage {
  const messages = made.get(told) ?? new Map<Step, ResultMessage>();
  made.set(told, messages);
  const message = messages.get(step) ?? resultMessage(told, step);
  messages.set(step, message);
  return message;
}
