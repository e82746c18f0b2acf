import { z } from "zod";
import type { LaterMovement } from "#debate/counting/later.ts";
import type { Part, Results } from "#debate/counting/results.ts";
import type { ResultMessage as Reveal } from "#debate/counting/reveal.ts";
import type { Comparison as Compared } from "#debate/counting/sections.ts";
import type { Timeline } from "#debate/counting/timeline.ts";
import type { PickedWords as Picked } from "#debate/counting/words.ts";
import { PHASES } from "#debate/rules/phases.ts";
import { KINDS } from "#debate/rules/starters.ts";
import { STEPS } from "#debate/rules/steps.ts";
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

const share = z.number().describe("0 to 1.");
const points = z.number().describe("Percentage points, not rounded.");
const interval = z.tuple([points, points]);
const bySide = <T extends z.ZodType>(each: T) => z.object({ for: each, against: each });
const row = z.tuple([count, count, count]);
const shares = z.object({ for: share, against: share, undecided: share });
const matrix = z.tuple([row, row, row]);
const standing = z.enum(["clear", "leaning", "close", "few"]);
const margin = z.object({ points, interval, standing });
const steps = z.tuple([count, count, count, count, count]);
const outlook = z.object({
  n: count.describe("Who answered both times."),
  before: z.number().describe("The mean, from 1 to 5."),
  after: z.number(),
  interval: z.tuple([z.number(), z.number()]).describe("Of the mean change, 95 %."),
});
const group = z.object({ n: count, mean: z.number() });
const starterHalf = z.object({ writers: count, share: share.nullable() });
const movers = z.object({ toward: Tally, camps: Tally, uncamped: count });
const Movement = z.object({
  from: round,
  to: round,
  n: count,
  matrix: matrix.nullable(),
  shares: z.object({ from: shares, to: shares }).optional(),
  rounded: matrix.optional().describe("The flow in fives, with noise, if only a rounded one is told."),
});
const people = z.object({ before: count, after: count });
const said = {
  provisional: z.boolean(),
  n: count,
  toward: bySide(count),
  standing,
  leader: side.nullable(),
  people: bySide(people),
  movers: count,
  fragility: count.nullable(),
};
const moved = { ...said, swing: bySide(points), midP: share };
const unmoved = [
  z.object({ kind: z.literal("after-not-held"), firstOnly: count }),
  z.object({ kind: z.literal("nobody-voted-twice"), firstOnly: count, lastOnly: count }),
  z.object({ kind: z.literal("nobody-moved"), provisional: z.boolean(), n: count }),
] as const;
const Facts = z.discriminatedUnion("kind", [
  ...unmoved,
  z.object({ kind: z.literal("dead-heat"), chance: z.enum(["likely", "unlikely"]), ...moved }),
  z.object({
    kind: z.literal("won"),
    winner: side,
    chance: z.enum(["likely", "unlikely", "contrary"]),
    ...moved,
  }),
  z.object({ kind: z.literal("in-short"), winner: side.nullable(), n: count }),
  z.object({ kind: z.literal("too-few") }),
]);
const SaidFacts = z.discriminatedUnion("kind", [
  ...unmoved,
  z.object({ kind: z.literal("dead-heat"), ...said }),
  z.object({ kind: z.literal("won"), winner: side, ...said }),
  z.object({ kind: z.literal("in-short"), winner: side.nullable() }),
  z.object({ kind: z.literal("too-few") }),
]);
const Guesses = z.object({
  n: count,
  mean: z.number(),
  truth: z.number(),
  counts: z.array(count).describe("How many guessed 0 to 4, 5 to 9, ... 95 to 99, and 100."),
  byCamp: z
    .object({ for: group.optional(), against: group.optional(), undecided: group.optional() })
    .optional(),
});
/** What a step of the reveal shows. */
export const ResultMessage = exactly<Reveal>()(
  z.object({
    step: z.enum(STEPS),
    steps: z
      .array(z.enum(STEPS))
      .optional()
      .describe(
        "Those with something to show: host, and screen with the host's sign-in. Before `open` assistant and other screens: those so far.",
      ),
    before: z
      .object({
        for: z.number(),
        against: z.number(),
        undecided: z.number(),
        n: count,
        unit: z.enum(["people", "fives", "shares"]),
      })
      .optional(),
    paired: Movement.optional(),
    guess: Guesses.optional(),
    winner: side.nullable().optional(),
    headline: z.string().optional(),
    detail: z.string().nullable().optional(),
    verdict: SaidFacts.optional().describe(
      "What headline and detail say, for saying it in another language.",
    ),
    margin: margin.optional(),
    fragility: count.optional(),
    coin: share.optional(),
    moved: z
      .object({
        rebuttals: z.array(id),
        answers: z.array(paragraph.nullable()).describe("The paragraph that each rebuttal quotes."),
        paragraphs: z.array(paragraph),
        commonGround: z.array(id),
        credits: z.object({ rebuttals: z.array(count), paragraphs: z.array(count) }),
      })
      .optional(),
  }),
);
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
    fragility: count.nullable(),
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
    polarization: z.object({ n: count, change: z.number() }).nullable(),
    guess: Guesses.nullable(),
    outlook: z.object({ understanding: outlook.nullable(), respect: outlook.nullable() }).nullable(),
    commonGround: z.array(id).nullable(),
    rebuttals: z.array(
      z.object({
        id,
        side,
        body: z.string(),
        quote: quote.optional(),
        replyTo: id.optional(),
        kind: z.enum(KINDS).optional(),
        at: milliseconds,
        endorsed: count,
        endorsements: Tally.nullable(),
        uncamped: count.nullable(),
        standing: share.nullable(),
        seen: count.nullable(),
        replies: count,
        credits: count.nullable(),
        movers: movers.nullable(),
      }),
    ),
    rebuttalsInAll: count.optional(),
    paragraphs: z.array(
      z.object({
        side,
        n: count,
        quotes: count,
        endorsements: Tally.nullable(),
        credits: count.nullable(),
        movers: movers.nullable(),
        unanswered: z.boolean(),
      }),
    ),
    starters: z
      .object({
        offered: starterHalf,
        others: starterHalf,
        difference: z.object({ points, interval }).nullable(),
      })
      .optional()
      .describe("For the host, where half of the seats were offered starters."),
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
    pooled: z
      .object({ tau2: z.number(), mean: points, interval })
      .nullable()
      .describe("The mean of sections, from five on."),
  }),
);

const bins = z.array(count).describe("How many in each bin.");
export const TimelineAnswer = exactly<Timeline>()(
  z.object({
    seconds: count.describe("How long a bin lasts."),
    stretches: z
      .array(z.object({ at: milliseconds, bins: count }))
      .describe(
        "When each stretch in which something happened begins, and its bins. What lies between is left out.",
      ),
    phases: z.array(
      z.object({ phase: z.enum(PHASES), at: milliseconds, from: count, to: count.describe("Not included.") }),
    ),
    people: count.nullable().describe("How many have a seat."),
    turnout: z
      .array(z.object({ round, cast: bins.describe("How many standing ballots were cast in each bin.") }))
      .nullable(),
    rebuttals: bins,
    endorsements: bins.nullable(),
    withheld: z.boolean().describe("Whether the caller is not told when people voted and endorsed."),
  }),
);
