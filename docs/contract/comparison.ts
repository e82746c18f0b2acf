import { z } from "zod";
import type { Comparison as Compared } from "#debate/counting/sections.ts";
import { interval, margin, matrix, points, share } from "#docs/contract/figures.ts";
import { count, exactly, round } from "#docs/contract/parts.ts";

/** [V22] Sessions of one resolution side by side. */
export const ComparisonAnswer = exactly<Compared>()(
  z.object({
    resolution: z.string(),
    sections: z.array(
      z.object({
        code: z.string(),
        name: z.string().optional(),
        date: z.string().describe("When the session was opened, in ISO 8601."),
        n: count,
        margin: margin.nullable().describe("Null if nobody voted twice; the other figures leave it out."),
        paired: z.object({ from: round, to: round, n: count, matrix }),
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
  }),
);
