import { z } from "zod";
import { interval, Movement, margin, points, share } from "#debate/protocol/answers/figures.ts";
import { count } from "#debate/protocol/answers/parts.ts";

/** [V22] Sessions of one resolution side by side. */
export const Comparison = z.object({
  resolution: z.string(),
  sections: z.array(
    z.object({
      code: z.string(),
      /** [V17] */
      name: z.string().exactOptional(),
      date: z.string().describe("When the session was opened, in ISO 8601."),
      n: count,
      margin: margin.nullable().describe("Null if nobody voted twice; the other figures leave it out."),
      paired: Movement,
    }),
  ),
  n: count,
  points: points.nullable().describe("The margin of all people together."),
  coin: share.nullable(),
  Q: z.number().nullable(),
  df: count.nullable(),
  pQ: share.nullable(),
  I2: share.nullable(),
  differ: share
    .nullable()
    .describe("How often sections of the same sizes, dealt by lot, would differ at least as much."),
  pooled: z
    .object({ tau2: z.number(), mean: points, interval })
    .nullable()
    .describe("The mean of sections, from five on."),
});
