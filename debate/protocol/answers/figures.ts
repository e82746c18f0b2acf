// Figures of the results and of the steps of a reveal.
import { z } from "zod";
import { count, round, side, Tally } from "#debate/protocol/answers/parts.ts";

export const share = z.number().describe("0 to 1.");
export const points = z.number().describe("Percentage points, not rounded.");
export const interval = z.tuple([points, points]);
export const bySide = <T extends z.ZodType>(each: T) => z.object({ for: each, against: each });
const row = z.tuple([count, count, count]);
const shares = z.object({ for: share, against: share, undecided: share });
export const matrix = z.tuple([row, row, row]);
export const standing = z.enum(["clear", "leaning", "close", "few"]);
export const margin = z.object({ points, interval, standing });
export const RoundTally = z.object({ round, n: count, ...Tally.shape });
export const Movement = z.object({ from: round, to: round, n: count, matrix });
export const MovementResult = Movement.extend({
  matrix: matrix.nullable(),
  shares: z.object({ from: shares, to: shares }).exactOptional(),
  rounded: matrix.exactOptional().describe("The flow in fives, with noise, if only a rounded one is told."),
});
export const Stories = z.object({ stayed: count, formedView: count, switched: count, unsettled: count });
export const Attrition = z.object({
  both: count,
  firstOnly: count,
  lastOnly: count,
  bestWorst: bySide(interval),
  margin: interval.nullable(),
  couldChange: z.boolean(),
});
export const swing = z.object({ for: points, against: points, undecided: points }).nullable();
export const OtherStanding = z.object({
  people: count,
  claim: z.enum(["clear", "small", "leaning", "close", "few"]),
});
export const Said = z.object({
  provisional: z.boolean(),
  n: count,
  toward: bySide(count),
  standing,
  /** Who has the margin's sign, also in a dead heat. */
  leader: side.nullable(),
  people: bySide(z.object({ before: count, after: count })),
  movers: count,
  fragility: count.nullable(),
  // Results that an older version showed a class [Z11] have none of these.
  /** [S14] */
  otherStanding: OtherStanding.exactOptional().describe(
    "In a clear win: how few other last answers would change what the headline claims.",
  ),
  /** [S15] */
  isSmallLead: z.literal(true).exactOptional().describe("A dead heat whose interval excludes 0."),
  /** [S16] */
  votedOnce: count
    .exactOptional()
    .describe("People who voted once, where their missing answers could change who leads."),
});
export const Moved = Said.extend({ swing: bySide(points), midP: share });
const unmoved = [
  z.object({ kind: z.literal("after-not-held"), firstOnly: count }),
  z.object({ kind: z.literal("nobody-voted-twice"), firstOnly: count, lastOnly: count }),
  z.object({ kind: z.literal("nobody-moved"), provisional: z.boolean(), n: count }),
] as const;
const tooFew = z.object({ kind: z.literal("too-few") });
const InShort = z.object({ kind: z.literal("in-short"), winner: side.nullable(), n: count });
export const Facts = z.discriminatedUnion("kind", [
  ...unmoved,
  z.object({ kind: z.literal("dead-heat"), chance: z.enum(["likely", "unlikely"]), ...Moved.shape }),
  z.object({
    kind: z.literal("won"),
    winner: side,
    /**
     * Whether chance alone could split the movers like this: `contrary` when it hardly could, but most of them moved away from
     * the winner, whose movers went further.
     */
    chance: z.enum(["likely", "unlikely", "contrary"]),
    ...Moved.shape,
  }),
  InShort,
  tooFew,
]);
export const SaidFacts = z.discriminatedUnion("kind", [
  ...unmoved,
  z.object({ kind: z.literal("dead-heat"), ...Said.shape }),
  z.object({ kind: z.literal("won"), winner: side, ...Said.shape }),
  InShort.omit({ n: true }),
  tooFew,
]);
