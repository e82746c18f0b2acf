import type { showOfHands } from "#debate/activities/show-of-hands/messages.ts";
import { type Result, tooOften } from "#debate/rules/result.ts";
import type { ActivityUse } from "#server/activities/activity-use.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { Seat } from "#server/sessions/seat.ts";

/** How often a seat may raise or lower its hand. */
const RAISING = { max: 60, window: 60 };

async function raiseHand(
  { store, limits, announce }: Dependencies,
  { sessionId, participantId, socketId }: Seat,
  { up }: { up: boolean },
): Promise<Result<void>> {
  const { retryAfter } = await limits.consume("hand", participantId, RAISING);
  if (retryAfter !== null) return tooOften(retryAfter);
  const stored = await store.hands.raise({ sessionId, participantId, up });
  if (stored.ok) {
    announce.changed(sessionId);
    announce.mine(participantId, socketId);
  }
  return stored;
}

export const showOfHandsUse = {
  uses: { "hands:raise": raiseHand },
  mine: async ({ store }, _session, participantId) =>
    (await store.hands.of(participantId)) ? { hand: true } : {},
  ownFile: async ({ store }, participantId) => ({ hand: (await store.hands.of(participantId)) ?? false }),
} as const satisfies ActivityUse<typeof showOfHands.sends>;
