import { z } from "zod";
import {
  choice,
  count,
  id,
  paragraph,
  round,
  side,
  Tally,
  wordsKind,
} from "#debate/protocol/answers/parts.ts";

export const Mean = z.object({ n: count, mean: z.number() });
const confidence = z
  .object({ before: Mean.nullable(), after: Mean.nullable() })
  .describe("1 to 5, of one camp.");
export const WordsNumbers = z.object({
  reasons: z.array(Tally.extend({ round, uncamped: count })),
  movers: z.object({ for: count, against: count }).describe("How many moved toward each side."),
  confidence: z.object({ for: confidence, against: confidence, undecided: confidence }),
});
export const HostsWords = z.object({
  id,
  kind: wordsKind,
  round,
  choice: choice
    .exactOptional()
    .describe("Like the fields about votes that follow, not in anonymous sessions."),
  before: choice.exactOptional(),
  after: choice.exactOptional(),
  toward: side.nullable().exactOptional().describe("Where the way from `before` to `after` leads."),
  confidence: z.int().exactOptional(),
  text: z.string(),
  credit: z
    .object({
      rebuttalId: id.optional(),
      paragraph: paragraph.optional(),
      without: choice.optional(),
      counts: z.boolean().describe("By the rules C1 to C4."),
    })
    .exactOptional(),
  picked: z.boolean(),
  by: z.object({ name: z.string(), realName: z.string().exactOptional() }).exactOptional(),
});
/** [V18] What voters wrote with their votes, for the host. */
export const WordsRead = z.object({
  words: z.array(HostsWords).describe("In the order of their ids, which is random."),
  numbers: WordsNumbers.nullable().describe("Null in anonymous sessions."),
});
