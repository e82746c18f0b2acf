import { z } from "zod";
import type { ActivityMessages } from "#debate/activities/activity-messages.ts";
import { row, table } from "#debate/protocol/answers/cells.ts";
import { count, nothing, side } from "#debate/protocol/answers/parts.ts";
import { paragraph } from "#debate/protocol/fields.ts";

const SentencePlace = z
  .object({ side, n: count, sentence: count })
  .describe("A sentence of paragraph `n` of a position, counted from 1.");
export const ReadingCounts = z.object({
  both: count,
  unclear: z.array(SentencePlace.extend({ count })),
});
const ReadingRow = row({
  what: z
    .enum(["first", "both", "unclear"])
    .describe("People who began with a side, who read both, or to whom a sentence was unclear."),
  side: side.nullable().describe("Which position; not for `both`."),
  paragraph: count.nullable().describe("From 1, for `unclear`."),
  sentence: count.nullable().describe("From 1, for `unclear`; the same in every reading text."),
  count: count.describe("How many people."),
}).describe("What the class said of its reading.");

export const reading = {
  sends: {
    "reading:done": {
      /** [X10] The student has read both positions, or takes that back. */
      payload: z.strictObject({ on: z.boolean() }),
      accepted: nothing,
      does: "Says that the student has read both positions, or takes it back. In a session with the activity `reading`, while positions are readable and before `results`.",
    },
    "sentence:unclear": {
      /** [X10] The student does not understand this sentence of a paragraph, counted from 1, or does now. */
      payload: paragraph.extend({ sentence: z.int().positive(), on: z.boolean() }),
      accepted: nothing,
      does: "Says that the student does not understand a sentence, or does now; told to the host as a number, not who. When `reading:done` is allowed. `not-found` if there is no such sentence.",
    },
  },
  snapshot: {
    /** [X10] Host, if the class says what it has read. */
    reading: ReadingCounts.exactOptional().describe(
      "How many have read both positions, and how many don't understand a sentence, at most 50 of them.",
    ),
  },
  mine: {
    /** [X9] */
    firstSide: side.exactOptional().describe("The side that the reading opens on, if that was drawn."),
    /** [X10] The student says that they have read both positions. */
    readBoth: z.literal(true).exactOptional(),
    /** [X10] The sentences that the student does not understand. */
    unclear: z.array(SentencePlace).exactOptional(),
  },
  ownFile: { unclear: z.array(SentencePlace) },
  tables: [table("reading", ReadingRow)],
} as const satisfies ActivityMessages;
