import { z } from "zod";
import { interval, Movement, margin, points, share } from "#debate/protocol/answers/figures.ts";
import { count, id } from "#debate/protocol/answers/parts.ts";
import { SectionExperiment } from "#debate/protocol/answers/summary.ts";

const pooled = { tau2: z.number(), mean: points, interval };
const experiment = SectionExperiment.exactOptional();

/** A session of the instructor. */
const OwnSection = z.object({
  code: z.string(),
  /** [V17] */
  name: z.string().exactOptional(),
  date: z.string().describe("When the session was opened, in ISO 8601."),
  n: count,
  margin: margin.nullable().describe("Null if nobody voted twice; the other figures leave it out."),
  paired: Movement,
  experiment,
});

/** [S28] A class on another server. */
const SectionElsewhere = z.object({
  id: id.describe("Of its summary."),
  server: z.string().describe("As it says itself."),
  key: z.string().describe("The thumbprint (RFC 7638) of the key that signed it."),
  date: z.string().describe("The day on which the session was opened."),
  n: count,
  margin,
  experiment,
});

const figures = {
  n: count,
  points: points.nullable().describe("The margin of all people together."),
  coin: share.nullable().describe("Null with a class from elsewhere."),
  Q: z.number().nullable(),
  df: count.nullable(),
  pQ: share.nullable(),
  I2: share.nullable(),
  differ: share
    .nullable()
    .describe(
      "How often sections of the same sizes, dealt by lot, would differ at least as much. Null with a class from elsewhere.",
    ),
  pooled: z.object(pooled).nullable().describe("The mean of sections, from five on."),
  experiment: z
    .object({ kind: SectionExperiment.shape.kind, k: count, ...pooled })
    .nullable()
    .describe("The mean of the differences of `k` sections with one kind of experiment, from five on."),
};

/** [V22] Sessions of one resolution side by side. */
export const Comparison = z.object({
  resolution: z.string(),
  sections: z.array(OwnSection),
  ...figures,
});

/** [S28] The same with classes on other servers, behind one's own. */
export const WideComparison = z.object({
  resolution: z.string(),
  sections: z.array(z.union([OwnSection, SectionElsewhere])),
  ...figures,
});
