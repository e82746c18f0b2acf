import type { Results } from "#debate/counting/results.ts";
import { type ResultMessage, resultMessage, stepsWithSomething } from "#debate/counting/reveal.ts";
import { FIRST_SHOWN } from "#debate/rules/core-steps.ts";
import { hasCome, isActivityStep, resultsOpened, type Step, stepOf } from "#debate/rules/steps.ts";
import type { Audience } from "#debate/rules/views.ts";
import { cachedResults } from "#server/sessions/cached-results.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** Caches the messages of counted results by step, since all phones are sent the same. */
const made = new WeakMap<Results, Map<Step, ResultMessage>>();

/**
 * [V14] What the session's step shows, the same for everyone, from the class's results; null before these. Host, assistant and screen
 * also get the steps with something to show: all if they may step, else only those shown so far.
 */
export async function resultFor(
  parts: Pick<Dependencies, "store" | "ids">,
  session: SessionRecord,
  audience: Audience,
): Promise<ResultMessage | null> {
  const step = stepOf(session);
  if (step === null) return null;
  // Nothing is shown yet: don't make phones wait for the count.
  if (audience.role === "student" && !hasCome(step, FIRST_SHOWN)) return { step };
  const { shown } = await cachedResults(parts, session);
  const message = messageOf(shown, step);
  if (audience.role === "student") return message;
  const steps = stepsWithSomething(shown, session.settings);
  if (!mayKnowSteps(audience) && !resultsOpened(session))
    return { ...message, steps: steps.filter((each) => hasCome(step, each)) };
  const isOver = steps.some(isActivityStep) && (await isTooLateForActivities(parts, session));
  return { ...message, steps: isOver ? steps.filter((each) => !isActivityStep(each)) : steps };
}

function mayKnowSteps(audience: Audience): boolean {
  return audience.role === "host" || (audience.role === "screen" && audience.steps === true);
}

/** [V16] Whether the class has seen results, so that the reveal can't go back to the activities' steps. */
export async function isTooLateForActivities(
  { store }: Pick<Dependencies, "store">,
  session: SessionRecord,
): Promise<boolean> {
  const step = stepOf(session);
  if (session.opened || (step !== null && hasCome(step, FIRST_SHOWN))) return true;
  return (await store.events.stepsSinceVote(session.id)).some((each) => hasCome(each, FIRST_SHOWN));
}

/** The message of a step, made once for everyone. */
export function messageOf(shown: Results, step: Step): ResultMessage {
  const messages = made.get(shown) ?? new Map<Step, ResultMessage>();
  made.set(shown, messages);
  const message = messages.get(step) ?? resultMessage(shown, step);
  messages.set(step, message);
  return message;
}
