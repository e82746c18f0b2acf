import { z } from "zod";
import type { ActivityMessages } from "#debate/activities/activity-messages.ts";
import { milliseconds, nothing } from "#debate/protocol/answers/parts.ts";

export const Later = z.object({
  planned: z.boolean(),
  from: milliseconds.exactOptional(),
  until: milliseconds.exactOptional(),
});

export const laterVote = {
  sends: {
    "host:later-vote": {
      /** [P34] Whether the class votes once more, a day to a year after it was closed. */
      payload: z.strictObject({ planned: z.boolean() }),
      accepted: nothing,
      does: "Plans a later vote, a day to a year after the session is closed, or drops it as long as it has not opened.",
    },
  },
  snapshot: {
    /** [P34] */
    later: Later.exactOptional().describe(
      "Host and assistant: whether the class votes once more, and in `closed` when that vote may open.",
    ),
  },
} as const satisfies ActivityMessages;
