import { z } from "zod";
import { count, milliseconds, round } from "#debate/protocol/answers/parts.ts";
import { PHASES } from "#debate/rules/phase-order.ts";

const bins = z.array(count).describe("How many in each bin.");
export const Timeline = z.object({
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
});
