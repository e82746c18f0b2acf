// What the server sends one student about their own seat.
import { z } from "zod";
import { MINE } from "#debate/activities/messages.ts";
import { choice, count, id, milliseconds, paragraph, side } from "#debate/protocol/answers/parts.ts";
import { OwnPair } from "#debate/protocol/answers/phase-state.ts";

export const SentencePlace = z
  .object({ side, n: count, sentence: count })
  .describe("A sentence of paragraph `n` of a position, counted from 1.");
export const outlook = z
  .object({ understanding: z.int().exactOptional(), respect: z.int().exactOptional() })
  .describe("Each from 1 to 5.");
export const MyBallot = z.object({
  choice,
  seq: count,
  confidence: z.int().exactOptional(),
  reason: z.string().exactOptional(),
  credit: z
    .object({
      rebuttalId: id.exactOptional(),
      paragraph: paragraph.exactOptional(),
      without: choice.exactOptional(),
      why: z.string().exactOptional(),
    })
    .exactOptional(),
  /** [M13] */
  outlook: outlook.exactOptional(),
  /** When it was cast. */
  castAt: milliseconds.exactOptional(),
});
export const outcome = z.enum(["waiting", "kept", "taken-down"]);
export const Mine = z.object({
  ...MINE,
  participantId: id,
  name: z.string(),
  ballots: z.object({
    before: MyBallot.exactOptional(),
    reading: MyBallot.exactOptional(),
    after: MyBallot.exactOptional(),
    later: MyBallot.exactOptional(),
  }),
  endorsed: z.array(id),
  posted: z.array(id),
  reported: z.array(z.object({ rebuttalId: id, outcome })),
  /** [V16] */
  guess: z.int().exactOptional().describe("Of the share For in the last vote, in percent."),
  /** [X9] */
  firstSide: side.exactOptional().describe("The side that the reading opens on, if that was drawn."),
  /** [X10] The student says that they have read both positions. */
  readBoth: z.literal(true).exactOptional(),
  /** [X10] The sentences that the student does not understand. */
  unclear: z.array(SentencePlace).exactOptional(),
  /** [P22] */
  pair: OwnPair.exactOptional(),
});
