import { z } from "zod";
import { REBUTTAL_STATUSES } from "#debate/rules/rebuttals.ts";
import type { Mine, Snapshot } from "#debate/rules/snapshot.ts";
import type * as steelman from "#debate/rules/steelman.ts";
import { count, exactly, id, milliseconds, side } from "#docs/contract/parts.ts";

/** What the optional phases add to a session's state. */
export const SteelmanNews = exactly<NonNullable<Snapshot["steelman"]>>()(
  z.object({ written: count, rated: count, waiting: count.optional() }),
).describe("In `steelman`, not for students; `waiting` for host and assistant.");
const SteelmanScore = z.object({ fair: z.boolean(), why: z.string().optional() });
export const OwnSteelman = exactly<steelman.OwnSteelman>()(
  z.object({ side, body: z.string(), status: z.enum(REBUTTAL_STATUSES), scores: z.array(SteelmanScore) }),
);
export const MySteelman = exactly<NonNullable<Mine["steelman"]>>()(
  z.object({
    own: OwnSteelman.optional(),
    given: z.array(
      z.object({
        id,
        side,
        body: z.string(),
        fair: z.boolean().optional(),
        why: z.string().optional(),
      }),
    ),
  }),
).describe("From `steelman` on: what the student wrote, and was given to rate.");
export const HostsSteelman = exactly<steelman.HostsSteelman>()(
  z.object({
    id,
    side,
    body: z.string(),
    status: z.enum(REBUTTAL_STATUSES),
    by: z.string().optional(),
    at: milliseconds,
    scores: z
      .array(SteelmanScore.extend({ by: z.string().optional(), held: z.literal(true).optional() }))
      .optional()
      .describe("For the host alone. `held`: its writer does not see why."),
  }),
);
