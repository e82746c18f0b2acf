import { z } from "zod";
import type { ActivityMessages } from "#debate/activities/activity-messages.ts";
import { KIT_LIMITS } from "#debate/content/debate-limits.ts";
import { row, table } from "#debate/protocol/answers/cells.ts";
import { count, nothing } from "#debate/protocol/answers/parts.ts";

const answers = z
  .array(count.nullable())
  .describe("To the questions on the positions: the index of an option for each, null without one.");
export const Question = z.object({
  question: z.string(),
  options: z.array(z.string()),
  answer: count.exactOptional().describe("The index of the right option, after the phase `reading`."),
  why: z.string().exactOptional(),
});
const ComprehensionRow = row({
  question: count.describe("Which question, from 1."),
  option: count.describe("Which of its options, from 1."),
  right: z.boolean().describe("Whether it is the right one."),
  count: count.describe("How many people chose it."),
}).describe("One row for each option of each question on the positions.");

export const comprehension = {
  sends: {
    "comprehension:answer": {
      /** [Y4] The index of an option for each question, null without one. The newest count. */
      payload: z.strictObject({
        answers: z
          .array(
            z
              .int()
              .min(0)
              .max(KIT_LIMITS.options - 1)
              .nullable(),
          )
          .min(1)
          .max(KIT_LIMITS.questions),
      }),
      accepted: nothing,
      does: "Answers the questions on the positions, all at once and in the phase `reading` only, in a session with the activity `comprehension`. The newest answers count.",
    },
  },
  snapshot: {
    /** [Y5] Host, if the class answers questions on the positions; `options` if they may be told. */
    check: z
      .object({
        answered: count,
        options: z
          .array(z.array(count))
          .exactOptional()
          .describe("For each question, how often each option was chosen; the last ones may be missing."),
      })
      .exactOptional(),
  },
  /** [Y4] */
  mine: { answers: answers.exactOptional() },
  page: { questions: z.array(Question).exactOptional() },
  beside: {
    questions: z
      .array(Question)
      .optional()
      .describe("For the class, with `comprehension`: those on the positions, from the phase `reading` on."),
  },
  ownFile: { answers: answers.nullable() },
  tables: [table("comprehension", ComprehensionRow)],
  named: { ComprehensionRow, Question },
} as const satisfies ActivityMessages;
