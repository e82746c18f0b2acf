import { z } from "zod";
import type { ActivityMessages } from "#debate/activities/activity-messages.ts";
import { count, nothing } from "#debate/protocol/answers/parts.ts";

export const showOfHands = {
  sends: {
    "hands:raise": {
      payload: z.strictObject({ up: z.boolean() }),
      accepted: nothing,
      does: "Raises the student's hand, or lowers it. In `rebuttal` only, in a session with the activity `showOfHands`. The newest counts.",
    },
  },
  snapshot: { hands: count.exactOptional().describe("Not for phones, in `rebuttal`: how many are raised.") },
  mine: { hand: z.boolean().exactOptional().describe("Whether the own hand is raised.") },
  ownFile: { hand: z.boolean() },
  results: { hands: z.object({ up: count }).nullable() },
} as const satisfies ActivityMessages;
