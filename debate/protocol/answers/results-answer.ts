import { z } from "zod";
import { RESULTS, WITHHELD } from "#debate/activities/messages.ts";
import {
  Attrition,
  bySide,
  Facts,
  interval,
  MovementResult,
  margin,
  RoundTally,
  Stories,
  share,
  standing,
  swing,
} from "#debate/protocol/answers/figures.ts";
import {
  choice,
  count,
  id,
  milliseconds,
  paragraph,
  quote,
  round,
  side,
  Tally,
  wordsKind,
} from "#debate/protocol/answers/parts.ts";

/** [K9] */
const HOSTS = "For the host; null for everyone else.";

export const PickedWords = z.object({
  id,
  kind: wordsKind,
  text: z.string(),
  round,
  rebuttalId: id.exactOptional(),
  paragraph: paragraph.exactOptional(),
  choice: choice.exactOptional(),
});
const steps = z.tuple([count, count, count, count, count]);
export const Waves = z.object({
  n: count,
  reading: margin,
  arguing: margin,
  steps: z
    .object({ reading: steps, arguing: steps })
    .exactOptional()
    .describe("People by how far they moved toward For: -2, -1, 0, 1, 2 steps."),
});
export const Confidence = z.object({ n: count, change: z.number(), firmer: count, lessSure: count });
export const ChiSquaredTest = z.object({
  chi2: z.number(),
  df: z.union([z.literal(1), z.literal(2)]),
  p: share,
});
export const DirectionTest = z.object({ up: count, down: count, midP: share });
export const Verdict = z.object({
  winner: side.nullable(),
  deadHeat: z.boolean(),
  /** Null where it is withheld, like standing and detail. */
  decisive: z.boolean().nullable(),
  /** [S6] The margin's, but `close` in a dead heat that is not `few`; null without paired voters. */
  standing: standing.nullable(),
  headline: z.string(),
  detail: z.string().nullable(),
  /** Headline and detail. */
  sentence: z.string(),
  facts: Facts,
});
export const Movers = z.object({ toward: Tally, camps: Tally, uncamped: count });
export const RebuttalResult = z.object({
  id,
  side,
  body: z.string(),
  quote: quote.exactOptional(),
  replyTo: id.exactOptional(),
  at: milliseconds,
  endorsed: count,
  endorsements: Tally.nullable().describe(HOSTS),
  uncamped: count.nullable().describe(HOSTS),
  standing: share.nullable().describe(HOSTS),
  seen: count.nullable().describe(HOSTS),
  replies: count,
  credits: count.nullable(),
  movers: Movers.nullable().describe(HOSTS),
});
export const ParagraphResult = z.object({
  side,
  n: count,
  quotes: count,
  endorsements: Tally.nullable().describe(HOSTS),
  credits: count.nullable(),
  movers: Movers.nullable().describe(HOSTS),
  unanswered: z.boolean(),
});
/** Parts that the class may not see are null. */
export const Results = z.object({
  code: z.string(),
  resolution: z.string(),
  phase: z.string(),
  rounds: z.array(
    z.union([
      RoundTally,
      RoundTally.extend({
        for: count.nullable(),
        against: count.nullable(),
        undecided: count.nullable(),
      }),
    ]),
  ),
  paired: MovementResult,
  /** [M9] With a reading vote: before to reading, and reading to after; else empty. */
  legs: z.array(MovementResult),
  swing,
  interval: bySide(interval).nullable(),
  conversion: bySide(share.nullable()).nullable(),
  retention: bySide(share.nullable()).nullable(),
  stories: Stories.nullable(),
  tests: z
    .object({
      stuartMaxwell: ChiSquaredTest.nullable(),
      direction: DirectionTest,
      coin: share.nullable(),
      mixExact: share.nullable(),
    })
    .nullable(),
  margin: margin.nullable(),
  fragility: count.nullable().describe("The fewest people whose other last answer would end the lead."),
  fragilityOfStanding: count
    .nullable()
    .describe("The fewest people whose other last answer would change `verdict.standing`."),
  verdict: Verdict,
  attrition: Attrition.nullable(),
  waves: Waves.nullable(),
  confidence: Confidence.nullable(),
  ...RESULTS,
  /** [K8] Persuaded both camps. */
  commonGround: z
    .array(id)
    .nullable()
    .describe(
      "In opponents' choice for the host; others are told fewer, in the order of K11, and none in an anonymous session.",
    ),
  /** In opponents' choice order; [K10] for the class in the order of all endorsements. */
  rebuttals: z.array(RebuttalResult),
  /** [R15] How many there are, if not all are included. */
  rebuttalsInAll: count.exactOptional(),
  paragraphs: z.array(ParagraphResult),
  /** [Y10] */
  onPaper: count.exactOptional().describe("How many voted on paper, where anyone did."),
  /** How many gave a reason in each round. */
  reasons: z.array(z.object({ round, n: count })).nullable(),
  /** [V18] What the host picked of the words of voters; not counted, but put in when the results are read. */
  picked: z.array(PickedWords),
  ...RESULTS,
  /**
   * [Z2] Parts that the class may not see: who moved which way with all related counts; the rounded shares of both votes;
   * endorsements and movers by camp; credits; those of activities.
   */
  withheld: z.array(z.enum(["flow", "shares", "camps", "credits", ...WITHHELD])),
});
