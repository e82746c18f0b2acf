import { z } from "zod";
import { SHOWN } from "#debate/activities/messages.ts";
import { MovementResult, margin, SaidFacts, share } from "#debate/protocol/answers/figures.ts";
import { count, id, paragraph, side } from "#debate/protocol/answers/parts.ts";
import { STEPS } from "#debate/rules/steps.ts";

/** What a step of the reveal shows. */
export const ResultMessage = z.object({
  step: z.enum(STEPS),
  steps: z
    .array(z.enum(STEPS))
    .exactOptional()
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
    .exactOptional(),
  paired: MovementResult.exactOptional(),
  /** [Z2] In place of both. */
  flowHidden: z
    .literal(true)
    .exactOptional()
    .describe("From `before` on: people voted twice, and the class may see nothing of how."),
  ...SHOWN,
  winner: side.nullable().exactOptional(),
  /** In English; in other languages it is said from `verdict`. */
  headline: z.string().exactOptional(),
  /** Null where the class sees only a short verdict. */
  detail: z.string().nullable().exactOptional(),
  verdict: SaidFacts.exactOptional().describe(
    "What headline and detail say, for saying it in another language.",
  ),
  margin: margin.exactOptional(),
  fragility: count.exactOptional(),
  fragilityOfStanding: count.exactOptional(),
  coin: share.exactOptional(),
  moved: z
    .object({
      rebuttals: z.array(id),
      answers: z.array(paragraph.nullable()).describe("The paragraph that each rebuttal quotes."),
      replies: z.array(id).exactOptional().describe("Those of the rebuttals that answer a classmate."),
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
        .exactOptional()
        .describe("How many there are, and their credits, where some are not named."),
    })
    .exactOptional(),
});
