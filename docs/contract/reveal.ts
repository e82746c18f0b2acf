import { z } from "zod";
import type { ResultMessage as Reveal } from "#debate/counting/reveal.ts";
import { STEPS } from "#debate/rules/steps.ts";
import { Guesses, Movement, margin, SaidFacts, share } from "#docs/contract/figures.ts";
import { count, exactly, id, paragraph, side } from "#docs/contract/parts.ts";

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
    flowHidden: z
      .literal(true)
      .optional()
      .describe("From `before` on: people voted twice, and the class may see nothing of how."),
    guess: Guesses.omit({ byCamp: true }).optional(),
    winner: side.nullable().optional(),
    headline: z.string().optional(),
    detail: z.string().nullable().optional(),
    verdict: SaidFacts.optional().describe(
      "What headline and detail say, for saying it in another language.",
    ),
    margin: margin.optional(),
    fragility: count.optional(),
    fragilityOfStanding: count.optional(),
    coin: share.optional(),
    moved: z
      .object({
        rebuttals: z.array(id),
        answers: z.array(paragraph.nullable()).describe("The paragraph that each rebuttal quotes."),
        replies: z.array(id).optional().describe("Those of the rebuttals that answer a classmate."),
        paragraphs: z.array(paragraph),
        commonGround: z.array(id).describe("Those of `rebuttals` first."),
        credits: z.object({ rebuttals: z.array(count), paragraphs: z.array(count) }),
        inAll: z
          .object({
            rebuttals: count,
            paragraphs: count,
            commonGround: count,
            credits: z.object({ rebuttals: count, paragraphs: count }),
          })
          .optional()
          .describe("How many there are, and their credits, where some are not named."),
      })
      .optional(),
  }),
);
