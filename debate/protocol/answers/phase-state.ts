// What the optional parts of a lesson add to a session's state.
import { z } from "zod";
import { count, id, milliseconds, side } from "#debate/protocol/answers/parts.ts";
import { REBUTTAL_STATUSES } from "#debate/rules/rebuttal-terms.ts";

export const SteelmanNews = z
  .object({ written: count, rated: count, waiting: count.exactOptional() })
  .describe("In `steelman`, not for students; `waiting` for host and assistant.");
const SteelmanScore = z.object({ fair: z.boolean(), why: z.string().exactOptional() });
export const OwnSteelman = z.object({
  side,
  body: z.string(),
  status: z.enum(REBUTTAL_STATUSES),
  /** [P19] Without names. */
  scores: z.array(SteelmanScore),
});
export const GivenSteelman = z.object({
  id,
  side,
  body: z.string(),
  fair: z.boolean().exactOptional(),
  why: z.string().exactOptional(),
});
export const MySteelman = z
  .object({ own: OwnSteelman.exactOptional(), given: z.array(GivenSteelman) })
  .describe("From `steelman` on: what the student wrote, and was given to rate.");
export const HostsSteelman = z.object({
  id,
  side,
  body: z.string(),
  status: z.enum(REBUTTAL_STATUSES),
  by: z.string().exactOptional().describe("For the host alone: its side tells how the writer voted."),
  at: milliseconds,
  scores: z
    .array(SteelmanScore.extend({ by: z.string().exactOptional(), held: z.literal(true).exactOptional() }))
    .exactOptional()
    .describe("For the host alone. `held`: its writer does not see why."),
});
