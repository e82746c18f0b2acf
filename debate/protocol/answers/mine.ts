// What the server sends one student about their own seat.
import { z } from "zod";
import { MINE } from "#debate/activities/messages.ts";
import { byRound, choice, count, id, milliseconds, paragraph } from "#debate/protocol/answers/parts.ts";

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
  /** [M40] */
  control: choice.exactOptional(),
  /** When it was cast. */
  castAt: milliseconds.exactOptional(),
});
export const outcome = z.enum(["waiting", "kept", "taken-down"]);
export const Mine = z.object({
  ...MINE,
  participantId: id,
  name: z.string(),
  ballots: byRound(MyBallot),
  endorsed: z.array(id),
  posted: z.array(id),
  reported: z.array(z.object({ rebuttalId: id, outcome })),
});
