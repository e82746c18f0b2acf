import { z } from "zod";
import type { ActivityMessages } from "#debate/activities/activity-messages.ts";
import { name, participant, row, table } from "#debate/protocol/answers/cells.ts";
import { count, nothing } from "#debate/protocol/answers/parts.ts";

/** `version`: of the snapshot that the student saw, so that a guess kept since an earlier reveal is refused. */
export const CastGuess = z.strictObject({
  share: z.int().min(0).max(100),
  version: z.int().nonnegative().optional(),
});

const group = z.object({ n: count, mean: z.number() });
export const Guesses = z.object({
  n: count,
  mean: z.number(),
  truth: z.number(),
  counts: z.array(count).describe("How many guessed 0 to 4, 5 to 9, ... 95 to 99, and 100."),
  /** [K9] */
  byCamp: z
    .object({
      for: group.exactOptional(),
      against: group.exactOptional(),
      undecided: group.exactOptional(),
    })
    .exactOptional()
    .describe("For the host of a session with names."),
});
const GuessRow = row({
  participant: participant.optional().describe("Not in anonymous sessions, whose shares are sorted."),
  name,
  share: z.int().min(0).max(100).describe("Of the last votes, in percent, that are For."),
}).describe("Guesses of the share For in the last votes.");

export const guess = {
  sends: {
    "guess:cast": {
      payload: CastGuess,
      accepted: nothing,
      does: "Guesses the share of last votes that are For, in whole percent, at the step `guess` only. The newest counts.",
    },
  },
  snapshot: {
    /** Host, assistant and screen, at the step `guess`: how many have guessed. */
    guessed: count.exactOptional(),
  },
  mine: {
    /** [V16] */
    guess: z.int().exactOptional().describe("Of the share For in the last vote, in percent."),
  },
  card: {
    /** Of the share For in the last vote, in percent; [V16] `truth` only where the class has seen it. */
    guess: z.object({ share: z.int(), truth: z.number().exactOptional() }).nullable(),
  },
  ownFile: { guess: z.int().nullable().describe("Of the share For in the last vote, in percent.") },
  results: { guess: Guesses.nullable() },
  shown: { guess: Guesses.omit({ byCamp: true }).exactOptional() },
  tables: [table("guesses", GuessRow)],
} as const satisfies ActivityMessages;
