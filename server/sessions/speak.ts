import type { Side } from "#debate/rules/choices.ts";
import type { Actor } from "#debate/rules/moderation.ts";
import { accept, type Result, tooOften } from "#debate/rules/result.ts";
import type { Seat } from "#server/sessions/cast.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** [L5] How often a seat may ask to speak, or take that back. */
const ASKING = { max: 60, window: 60 };

/** [P11] A student asks to speak, or takes that back. */
export async function askToSpeak(
  { store, clock, ids, limits, announce }: Dependencies,
  { sessionId, participantId }: Seat,
  { on, side }: { on: boolean; side?: Side | undefined },
): Promise<Result<void>> {
  const { retryAfter } = await limits.consume("speak", participantId, ASKING);
  if (retryAfter !== null) return tooOften(retryAfter);
  const request = { id: ids.uuid(), sessionId, participantId, side: (on && side) || null, at: clock() };
  const asked = await store.speeches.ask(request);
  if (!asked.ok) return asked;
  announce.changed(sessionId);
  // The phone that asked, too: it learns its number.
  announce.mine(participantId);
  return accept(undefined);
}

/** [P12] The host calls someone who asked to speak, or with null ends the speech. */
export async function callSpeaker(
  { store, clock, announce }: Dependencies,
  sessionId: string,
  who: string | null,
  actor: Actor,
): Promise<Result<void>> {
  const called = await store.speeches.call({ sessionId, at: clock(), actor }, who);
  if (!called.ok) return called;
  announce.changed(sessionId, "now");
  for (const participantId of called.value.seats) announce.mine(participantId);
  return accept(undefined);
}
