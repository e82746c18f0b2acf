import { z } from "zod";
import type { DownWith } from "#debate/rules/moderation.ts";
import { REBUTTAL_STATUSES } from "#debate/rules/rebuttals.ts";
import type * as snapshot from "#debate/rules/snapshot.ts";
import { count, exactly, id, milliseconds, quote, side } from "#docs/contract/parts.ts";

export const downWith = z.enum(["seat", "answered", "merged"] as const satisfies DownWith[]).optional();
export const Rebuttal = exactly<snapshot.Rebuttal>()(
  z.object({
    id,
    side,
    body: z.string(),
    by: z.string().optional(),
    with: z.array(z.string()).optional().describe("Names of the other authors of what it stands for."),
    withCount: count.optional().describe("How many these are, if `with` is shortened."),
    quote: quote.optional(),
    replyTo: id.optional(),
    source: z.string().optional(),
    edited: z.literal(true).optional(),
    edition: z.int().optional(),
    merged: count.optional().describe("How many others were merged into it."),
    mergedInto: id.optional().describe("With `downWith: merged`, for host and author."),
    answers: count.optional().describe("For a screen: how many replies the class reads."),
    endorsements: count,
    status: z.enum(REBUTTAL_STATUSES),
    downWith,
    at: milliseconds,
    rank: count.describe("1 the best: across camps for the host, by all endorsements for everyone else."),
    participantId: id.optional(),
    reports: z.array(z.string()).optional(),
    reportCount: count.optional(),
    held: z.literal(true).optional().describe("For host and assistant: it waits because of its words."),
  }),
);
export const PageEnd = exactly<snapshot.PageEnd>()(z.object({ at: milliseconds, id }));
export const RebuttalBatch = exactly<snapshot.RebuttalBatch>()(
  z.object({
    cursor: count,
    changed: z.array(Rebuttal),
    removed: z.array(id),
    counts: z
      .array(z.tuple([id, count, count]))
      .optional()
      .describe("For students, of rebuttals that they have: the id, `endorsements`, `rank`."),
    more: z.literal(true).optional(),
  }),
);
