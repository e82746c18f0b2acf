import { z } from "zod";
import type { ActivityMessages } from "#debate/activities/activity-messages.ts";
import {
  Attrition,
  bySide,
  interval,
  Movement,
  margin,
  RoundTally,
  Stories,
  swing,
} from "#debate/protocol/answers/figures.ts";
import { count, milliseconds, nothing } from "#debate/protocol/answers/parts.ts";

export const Later = z.object({
  planned: z.boolean(),
  from: milliseconds.exactOptional(),
  until: milliseconds.exactOptional(),
});

/** [M14] */
export const LaterMovement = z.object({
  tally: RoundTally,
  paired: Movement,
  swing,
  interval: bySide(interval).nullable(),
  margin: margin.nullable(),
  stories: Stories,
  attrition: Attrition,
  movers: z
    .object({ n: count, kept: count, back: count, elsewhere: count })
    .describe("Of those who changed their answer in the debate and voted again."),
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
  results: {
    later: LaterMovement.nullable()
      .exactOptional()
      .describe("Once the later vote has closed; null where the class does not see it."),
  },
  withheld: ["later"],
} as const satisfies ActivityMessages;
