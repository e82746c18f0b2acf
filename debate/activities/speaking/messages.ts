import { z } from "zod";
import type { ActivityMessages } from "#debate/activities/activity-messages.ts";
import { row, table } from "#debate/protocol/answers/cells.ts";
import { count, id, milliseconds, nothing, side } from "#debate/protocol/answers/parts.ts";

export const Speaker = z.object({
  participantId: id
    .exactOptional()
    .describe("Not for screens. In an anonymous session a stand-in, new with each request."),
  side,
  name: z.string().exactOptional(),
  realName: z.string().exactOptional().describe("Host only."),
  number: count.exactOptional().describe("What the host calls, except in named sessions."),
});
const sides = z.object({ for: count, against: count });
export const Speaking = z.object({
  spoken: sides.describe("Milliseconds, without the speech that is being held."),
  /** How many wait for each side. */
  waiting: sides,
  /** Who speaks, and since when. */
  now: Speaker.extend({ since: milliseconds }).exactOptional(),
  speakers: z.array(Speaker).exactOptional().describe("Not for screens; the first one first."),
});

export const speaking = {
  sends: {
    "speak:ask": {
      /** [P11] A student asks to speak for a side, or takes that back. */
      payload: z
        .strictObject({ on: z.boolean(), side: side.optional() })
        .refine(({ on, side }) => !on || side !== undefined, "names a side"),
      accepted: nothing,
      does: "Asks to speak for a side, which `on` needs, or takes that back, or ends one's own speech. In `rebuttal` only, in a session with the activity `speaking`. `too-many` without `retryAfter` where 60 wait.",
    },
    "host:speaker": {
      /** [P12] Calls someone who asked to speak; null ends the speech. */
      payload: z.strictObject({ participantId: id.nullable() }),
      accepted: nothing,
      does: "Calls someone who asked to speak, by the `participantId` in the snapshot, which ends the speech before; null ends it alone.",
    },
  },
  snapshot: {
    /** [P12] */
    speaking: Speaking.exactOptional().describe(
      "Host, assistant and screen, in the phase `rebuttal` of a session with `speaking`.",
    ),
  },
  mine: {
    /** [P11] `number`: what the host calls, if no name. */
    speech: z
      .object({ side, number: count.exactOptional(), called: z.boolean().exactOptional() })
      .exactOptional()
      .describe("The request to speak; `called`: this student speaks now."),
  },
  ownFile: { speech: z.looseObject({}).nullable() },
  tables: [
    table(
      "speaking",
      row({
        what: z.enum(["spoken", "requests"]).describe("Speeches that are over, or requests to speak."),
        side: side.nullable().describe("Who spoke; not for `requests`."),
        count: count.describe("Milliseconds of what a side spoke; else how many."),
      }).describe("What was spoken aloud."),
    ),
  ],
} as const satisfies ActivityMessages;
