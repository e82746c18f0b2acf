import { z } from "zod";
import type { LaterMovement } from "#debate/counting/later.ts";
import type { Part, Results } from "#debate/counting/results.ts";
import type { PickedWords as Picked } from "#debate/counting/words.ts";
import {
  bySide,
  Facts,
  Guesses,
  interval,
  Movement,
  margin,
  matrix,
  points,
  share,
  standing,
} from "#docs/contract/figures.ts";
import {
  choice,
  count,
  exactly,
  id,
  milliseconds,
  paragraph,
  quote,
  round,
  side,
  Tally,
  wordsKind,
} from "#docs/contract/parts.ts";

const steps = z.tuple([count, count, count, count, count]);
const outlook = z.object({
  n: count.describe("Who answered both times."),
  before: z.number().describe("The mean, from 1 to 5."),
  after: z.number(),
  interval: z.tuple([z.number(), z.number()]).describe("Of the mean change, 95 %."),
});
/** [K9] */
const HOSTS = "For the host; null for everyone else.";
const movers = z.object({ toward: Tally, camps: Tally, uncamped: count });
/** Words that the host picked, as the class sees them. */
export const PickedWords = exactly<Picked>()(
  z.object({
    id,
    kind: wordsKind,
    text: z.string(),
    round,
    rebuttalId: id.optional(),
    paragraph: paragraph.optional(),
    choice: choice.optional(),
  }),
);
const Stories = z.object({ stayed: count, formedView: count, switched: count, unsettled: count });
const Attrition = z.object({
  both: count,
  firstOnly: count,
  lastOnly: count,
  bestWorst: bySide(interval),
  margin: interval.nullable(),
  couldChange: z.boolean(),
});
const Later = exactly<LaterMovement>()(
  z.object({
    tally: z.object({ round, n: count, for: count, against: count, undecided: count }),
    paired: z.object({ from: round, to: round, n: count, matrix }),
    swing: z.object({ for: points, against: points, undecided: points }).nullable(),
    interval: bySide(interval).nullable(),
    margin: margin.nullable(),
    stories: Stories,
    attrition: Attrition,
    movers: z
      .object({ n: count, kept: count, back: count, elsewhere: count })
      .describe("Of those who changed their answer in the debate and voted again."),
  }),
);
export const ResultsAnswer = exactly<Results>()(
  z.object({
    code: z.string(),
    resolution: z.string(),
    phase: z.string(),
    rounds: z.array(
      z.union([
        z.object({ round, n: count, for: count, against: count, undecided: count }),
        z.object({
          round,
          n: count,
          for: count.nullable(),
          against: count.nullable(),
          undecided: count.nullable(),
        }),
      ]),
    ),
    paired: Movement,
    legs: z.array(Movement),
    swing: z.object({ for: points, against: points, undecided: points }).nullable(),
    interval: bySide(interval).nullable(),
    conversion: bySide(share.nullable()).nullable(),
    retention: bySide(share.nullable()).nullable(),
    stories: Stories.nullable(),
    tests: z
      .object({
        stuartMaxwell: z
          .object({ chi2: z.number(), df: z.union([z.literal(1), z.literal(2)]), p: share })
          .nullable(),
        direction: z.object({ up: count, down: count, midP: share }),
        coin: share.nullable(),
        mixExact: share.nullable(),
      })
      .nullable(),
    margin: margin.nullable(),
    fragility: count.nullable().describe("The fewest people whose other last answer would end the lead."),
    fragilityOfStanding: count
      .nullable()
      .describe("The fewest people whose other last answer would change `verdict.standing`."),
    verdict: z.object({
      winner: side.nullable(),
      deadHeat: z.boolean(),
      decisive: z.boolean().nullable(),
      standing: standing.nullable(),
      headline: z.string(),
      detail: z.string().nullable(),
      sentence: z.string(),
      facts: Facts,
    }),
    attrition: Attrition.nullable(),
    waves: z
      .object({
        n: count,
        reading: margin,
        arguing: margin,
        steps: z
          .object({ reading: steps, arguing: steps })
          .optional()
          .describe("People by how far they moved toward For: -2, -1, 0, 1, 2 steps."),
      })
      .nullable(),
    confidence: z.object({ n: count, change: z.number(), firmer: count, lessSure: count }).nullable(),
    guess: Guesses.nullable(),
    outlook: z.object({ understanding: outlook.nullable(), respect: outlook.nullable() }).nullable(),
    commonGround: z
      .array(id)
      .nullable()
      .describe(
        "In opponents' choice for the host; others are told fewer, in the order of K11, and none in an anonymous session.",
      ),
    rebuttals: z.array(
      z.object({
        id,
        side,
        body: z.string(),
        quote: quote.optional(),
        replyTo: id.optional(),
        at: milliseconds,
        endorsed: count,
        endorsements: Tally.nullable().describe(HOSTS),
        uncamped: count.nullable().describe(HOSTS),
        standing: share.nullable().describe(HOSTS),
        seen: count.nullable().describe(HOSTS),
        replies: count,
        credits: count.nullable(),
        movers: movers.nullable().describe(HOSTS),
      }),
    ),
    rebuttalsInAll: count.optional(),
    paragraphs: z.array(
      z.object({
        side,
        n: count,
        quotes: count,
        endorsements: Tally.nullable().describe(HOSTS),
        credits: count.nullable(),
        movers: movers.nullable().describe(HOSTS),
        unanswered: z.boolean(),
      }),
    ),
    onPaper: count.optional().describe("How many voted on paper, where anyone did."),
    reasons: z.array(z.object({ round, n: count })).nullable(),
    picked: z.array(PickedWords),
    later: Later.nullable()
      .optional()
      .describe("Once the later vote has closed; null where the class does not see it."),
    withheld: z.array(
      z.enum(["flow", "shares", "camps", "credits", "outlook", "later"] as const satisfies Part[]),
    ),
  }),
);
