import { z } from "zod";
import { CARD } from "#debate/activities/messages.ts";
import { Debate } from "#debate/content/debate.ts";
import { OwnMarks } from "#debate/protocol/answers/mark-answers.ts";
import { outlook } from "#debate/protocol/answers/mine.ts";
import {
  choice,
  count,
  milliseconds,
  paragraph,
  quote,
  round,
  side,
} from "#debate/protocol/answers/parts.ts";
import { downWith } from "#debate/protocol/answers/rebuttal-state.ts";
import { REBUTTAL_STATUSES } from "#debate/rules/rebuttal-terms.ts";

/** [V21] A student's own card. */
export const StudentCard = z.object({
  ...CARD,
  session: z.object({
    code: z.string(),
    resolution: z.string(),
    lang: Debate.shape.lang.unwrap().exactOptional(),
    /** When it was opened. */
    at: milliseconds,
  }),
  name: z.string().describe("Empty in an anonymous session."),
  removed: z.boolean().describe("Whether the host took the seat away."),
  wordsDeleted: z.boolean(),
  isOpen: z.boolean().describe("Whether the class may read the results."),
  votes: z.array(
    z.object({
      round,
      choice: choice.nullable(),
      /** [V33] */
      notHeld: z.literal(true).exactOptional().describe("No one voted in it."),
      confidence: z.int().exactOptional(),
      reason: z.string().exactOptional(),
      outlook: outlook.exactOptional(),
      control: choice.exactOptional(),
    }),
  ),
  credited: z
    .object({
      /** Of a classmate's rebuttal only that it was one. */
      what: z.enum(["rebuttal", "paragraph"]),
      paragraph: paragraph.exactOptional(),
      without: choice.exactOptional(),
      why: z.string().exactOptional(),
    })
    .nullable(),
  /** The oldest first. */
  rebuttals: z.array(
    z.object({
      side,
      body: z.string(),
      quote: quote.exactOptional(),
      source: z.string().exactOptional(),
      status: z.enum(REBUTTAL_STATUSES),
      downWith: downWith.exactOptional(),
      isReply: z.boolean(),
      answers: z.string().exactOptional().describe("The words that it answers, if the class may read them."),
      /** In people; [K9] totals, and [Z2] without what the class may not see. */
      reception: z
        .object({ endorsed: count, replies: count, credits: count.exactOptional() })
        .exactOptional(),
    }),
  ),
  /** One credit a person [C4]. Absent where that is hidden. */
  credits: count.exactOptional().describe("How many people the rebuttals moved."),
  /** [Q22] */
  marks: OwnMarks.exactOptional().describe("Once the host has released them."),
});
