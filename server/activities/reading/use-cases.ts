import type { reading } from "#debate/activities/reading/messages.ts";
import type { SentencePlace } from "#debate/content/sentence-places.ts";
import { sentenceAt } from "#debate/content/sentences.ts";
import { SIDES, type Side } from "#debate/rules/choices.ts";
import { present } from "#debate/rules/present.ts";
import { type Result, refuse, tooOften } from "#debate/rules/result.ts";
import type { ActivityUse } from "#server/activities/activity-use.ts";
import type { SaidRead } from "#server/activities/reading/rows.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { tabular } from "#server/sessions/export-rows.ts";
import type { Seat } from "#server/sessions/seat.ts";

/** [L5] How often a seat may say something of its reading: more than anyone can read. */
const READING = { max: 600, window: 60 };

/** [X10] Stores that a student has read both positions, or takes it back. */
export function readBoth(parts: Dependencies, seat: Seat, { on }: { on: boolean }): Promise<Result<void>> {
  return say(parts, seat, { on });
}

/** [X10] Stores that a student does not understand a sentence, or does by now. */
export async function markUnclear(
  parts: Dependencies,
  seat: Seat,
  { on, ...unclear }: SentencePlace & { on: boolean },
): Promise<Result<void>> {
  const { positions } = await parts.store.sessions.debateOf(seat.sessionId);
  if (sentenceAt(positions, unclear) === undefined) return refuse("not-found", "sentence");
  return say(parts, seat, { on, unclear });
}

async function say(
  { store, announce, limits }: Dependencies,
  { sessionId, participantId, socketId }: Seat,
  said: Pick<SaidRead, "on" | "unclear">,
): Promise<Result<void>> {
  const { retryAfter } = await limits.consume("reading", participantId, READING);
  if (retryAfter !== null) return tooOften(retryAfter);
  const stored = await store.reading.say({ sessionId, participantId, ...said });
  if (stored.ok) {
    announce.changed(sessionId);
    announce.mine(participantId, socketId);
  }
  return stored;
}

export const readingUse = {
  uses: { "reading:done": readBoth, "sentence:unclear": markUnclear },
  async mine({ store }, _session, participantId) {
    const own = await store.reading.of(participantId);
    if (!own) return {};
    const { firstSide, readBoth, unclear } = own;
    return {
      ...present({ firstSide }),
      ...(readBoth && { readBoth }),
      ...(unclear.length > 0 && { unclear }),
    };
  },
  ownFile: async ({ store }, participantId) => ({
    unclear: (await store.reading.of(participantId))?.unclear ?? [],
  }),
  async ownSeat({ store }, participantId) {
    const own = await store.reading.of(participantId);
    return { firstSide: own?.firstSide ?? null, readBoth: own?.readBoth ?? false };
  },
  /** [X9] */
  draws: {
    draw: ({ ids }) => ({ firstSide: SIDES[ids.draw(SIDES.length)] ?? null }),
    shown: ({ firstSide }) => present({ firstSide }),
  },
  tables: {
    reading: {
      /** [X9] [X10] How many seats began with each side, have read both, and don't understand a sentence, never who. */
      async rows({ store }, { id }) {
        const began = await store.reading.began(id);
        const total = (what: string, side: Side | null, count: number) => ({
          ...{ what, side, paragraph: null, sentence: null, count },
        });
        const unclear = await store.reading.unclear(id);
        return tabular(
          ["what", "side", "paragraph", "sentence", "count"],
          [
            ...SIDES.map((side) => total("first", side, began[side])),
            total("both", null, await store.reading.both(id)),
            ...unclear.map(({ n, ...place }) => ({ what: "unclear", paragraph: n, ...place })),
          ],
        );
      },
    },
  },
} as const satisfies ActivityUse<typeof reading.sends>;
