import { z } from "zod";
import type { WordsRead } from "#debate/protocol/pages.ts";
import { PickWords } from "#debate/protocol/requests.ts";
import {
  choice,
  count,
  exactly,
  id,
  paragraph,
  round,
  side,
  Tally,
  wordsKind,
} from "#docs/contract/parts.ts";
import { DONE, type Requests } from "#docs/contract/request.ts";

const mean = z.object({ n: count, mean: z.number() }).nullable();
const confidence = z.object({ before: mean, after: mean }).describe("1 to 5, of one camp.");
const VotersWords = exactly<WordsRead>()(
  z.object({
    words: z
      .array(
        z.object({
          id,
          kind: wordsKind,
          round,
          choice: choice
            .optional()
            .describe("Like the fields about votes that follow, not in anonymous sessions."),
          before: choice.optional(),
          after: choice.optional(),
          toward: side.nullable().optional().describe("Where the way from `before` to `after` leads."),
          confidence: z.int().optional(),
          text: z.string(),
          credit: z
            .object({
              rebuttalId: id.optional(),
              paragraph: paragraph.optional(),
              without: choice.optional(),
              counts: z.boolean().describe("By the rules C1 to C4."),
            })
            .optional(),
          picked: z.boolean(),
          by: z.object({ name: z.string(), realName: z.string().optional() }).optional(),
        }),
      )
      .describe("In the order of their ids, which is random."),
    numbers: z
      .object({
        reasons: z.array(Tally.extend({ round, uncamped: count })),
        movers: z.object({ for: count, against: count }).describe("How many moved toward each side."),
        confidence: z.object({ for: confidence, against: confidence, undecided: confidence }),
      })
      .nullable()
      .describe("Null in anonymous sessions."),
  }),
);

/** Requests about what voters wrote with their votes. */
export const WORDS_REQUESTS: Requests = {
  "GET /api/sessions/:code/words": {
    does: "What voters wrote with their votes: reasons, and how what they credit moved them. In an anonymous session not before the phase `results`, without `by` and how anyone voted, and of each kind and round only once four people wrote some [Z18].",
    by: "host",
    answers: { 200: { says: "All of it.", json: VotersWords } },
    refuses: ["wrong-phase"],
  },
  "POST /api/sessions/:code/picks": {
    does: "Lets the class see words of a voter (`reason` is their id) in the results, or no longer. At most 30.",
    by: "host",
    body: PickWords,
    answers: { 204: DONE },
    refuses: ["wrong-phase", "too-many"],
  },
};
