import { z } from "zod";
import { count, round, side } from "#docs/contract/parts.ts";

export const share = z.number().describe("0 to 1.");
export const points = z.number().describe("Percentage points, not rounded.");
export const interval = z.tuple([points, points]);
export const bySide = <T extends z.ZodType>(each: T) => z.object({ for: each, against: each });
const row = z.tuple([count, count, count]);
const shares = z.object({ for: share, against: share, undecided: share });
export const matrix = z.tuple([row, row, row]);
export const standing = z.enum(["clear", "leaning", "close", "few"]);
export const margin = z.object({ points, interval, standing });
const group = z.object({ n: count, mean: z.number() });
export const Movement = z.object({
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
  otherStanding: z
    .object({ people: count, claim: z.enum(["clear", "small", "leaning", "close", "few"]) })
    .optional()
    .describe("In a clear win: how few other last answers would change what the headline claims."),
  isSmallLead: z.literal(true).optional().describe("A dead heat whose interval excludes 0."),
  votedOnce: count
    .optional()
    .describe("People who voted once, where their missing answers could change who leads."),
};
const moved = { ...said, swing: bySide(points), midP: share };
const unmoved = [
  z.object({ kind: z.literal("after-not-held"), firstOnly: count }),
  z.object({ kind: z.literal("nobody-voted-twice"), firstOnly: count, lastOnly: count }),
  z.object({ kind: z.literal("nobody-moved"), provisional: z.boolean(), n: count }),
] as const;
export const Facts = z.discriminatedUnion("kind", [
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
export const SaidFacts = z.discriminatedUnion("kind", [
  ...unmoved,
  z.object({ kind: z.literal("dead-heat"), ...said }),
  z.object({ kind: z.literal("won"), winner: side, ...said }),
  z.object({ kind: z.literal("in-short"), winner: side.nullable() }),
  z.object({ kind: z.literal("too-few") }),
]);
export const Guesses = z.object({
  n: count,
  mean: z.number(),
  truth: z.number(),
  counts: z.array(count).describe("How many guessed 0 to 4, 5 to 9, ... 95 to 99, and 100."),
  byCamp: z
    .object({ for: group.optional(), against: group.optional(), undecided: group.optional() })
    .optional()
    .describe("For the host of a session with names."),
});
