import { isOn } from "#debate/activities/open.ts";
import type { speaking } from "#debate/activities/speaking/messages.ts";
import { callsNumbers } from "#debate/activities/speaking/rules.ts";
import { SIDES, type Side } from "#debate/rules/choices.ts";
import { accept, type Result, tooOften } from "#debate/rules/result.ts";
import type { ActivityUse, Host } from "#server/activities/activity-use.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { tabular } from "#server/sessions/export-rows.ts";
import type { Seat } from "#server/sessions/seat.ts";

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
  // Also the phone that asked, for its number.
  announce.mine(participantId);
  return accept(undefined);
}

/** [P12] The host calls someone who asked to speak, or with null ends the speech. */
async function callSpeaker(
  { store, clock, announce }: Dependencies,
  { sessionId, role: actor }: Host,
  { participantId: who }: { participantId: string | null },
): Promise<Result<void>> {
  const called = await store.speeches.call({ sessionId, at: clock(), actor }, who);
  if (!called.ok) return called;
  announce.changed(sessionId, "now");
  for (const participantId of called.value.seats) announce.mine(participantId);
  return accept(undefined);
}

export const speakingUse = {
  uses: { "speak:ask": askToSpeak, "host:speaker": callSpeaker },
  /** [P14] With the number that the host calls, in sessions without names. */
  async mine({ store }, { settings }, participantId) {
    const speech = await store.speeches.of(participantId);
    if (!speech) return {};
    const { side, number, called } = speech;
    return {
      speech: { side, ...(callsNumbers(settings.identity) && { number }), ...(called && { called }) },
    };
  },
  ownFile: async ({ store }, participantId) => ({ speech: await store.speeches.of(participantId) }),
  tables: {
    speaking: {
      order: [],
      /** [P12] How long each side spoke in speeches that are over, in milliseconds, and how many requests to speak there were. */
      async rows({ store }, { id, settings }) {
        const { asked, ...spoken } = await store.speeches.spoken(id);
        const rows = [
          ...SIDES.map((side) => ({ what: "spoken", side, count: spoken[side] })),
          { what: "requests", side: null, count: asked },
        ];
        return tabular(["what", "side", "count"], isOn("speaking", settings) ? rows : []);
      },
    },
  },
} as const satisfies ActivityUse<typeof speaking.sends>;
