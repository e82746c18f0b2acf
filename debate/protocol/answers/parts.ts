import { z } from "zod";
import { CHOICES, ROUNDS, type Round, SIDES } from "#debate/rules/choices.ts";

/** What an accepted message is answered with. */
export const ok = <Fields extends z.ZodRawShape>(fields: Fields) =>
  z.object({ ok: z.literal(true), ...fields });
export const nothing = ok({});
export const id = z.uuid();
export const count = z.int().nonnegative();
export const milliseconds = z.int().describe("Milliseconds since the epoch.");
export const side = z.enum(SIDES);
export const choice = z.enum(CHOICES);
export const round = z.enum(ROUNDS);
/** What there is of each round. */
export const byRound = <T extends z.ZodType>(each: T) =>
  z.object(
    Object.fromEntries(ROUNDS.map((name) => [name, each.exactOptional()])) as Record<
      Round,
      z.ZodExactOptional<T>
    >,
  );
export const wordsKind = z.enum(["reason", "why"]);
export const quote = z.object({
  side,
  n: count,
  exact: z.string(),
  version: z.string().optional().describe("Whose words these are, if not the original's."),
  sentences: z
    .tuple([count, count])
    .optional()
    .describe(
      "The first and the last sentence that it touches, from 1; told where the debate has reading texts.",
    ),
});
export const paragraph = z.object({ side, n: count });
export const Tally = z.object({ for: count, against: count, undecided: count });
