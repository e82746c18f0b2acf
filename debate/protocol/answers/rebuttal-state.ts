import { z } from "zod";
import { count, id, milliseconds, quote, side } from "#debate/protocol/answers/parts.ts";
import { REBUTTAL_STATUSES } from "#debate/rules/rebuttal-terms.ts";

export const downWith = z.enum(["seat", "answered", "merged"]);
export const Rebuttal = z.object({
  id,
  side,
  body: z.string(),
  /** `you`, a pseudonym, a name, or nothing, as the identity promise allows. */
  by: z.string().exactOptional(),
  /** [R32] By the same promise, the first to write first; the reader among them, by name. */
  with: z.array(z.string()).exactOptional().describe("Names of the other authors of what it stands for."),
  withCount: count.exactOptional().describe("How many these are, if `with` is shortened."),
  quote: quote.exactOptional(),
  /** [R30] What it answers, or what stands for that now. */
  replyTo: id.exactOptional(),
  source: z.string().exactOptional(),
  /** [R21] Its author has changed it since it was posted. */
  edited: z.literal(true).exactOptional(),
  /** Which of its words these are, once they were changed: an endorsement says so. */
  edition: z.int().exactOptional(),
  /** [R24] */
  merged: count.exactOptional().describe("How many others were merged into it."),
  mergedInto: id.exactOptional().describe("With `downWith: merged`, for host and author."),
  answers: count.exactOptional().describe("For a screen: how many replies the class reads."),
  endorsements: count,
  status: z.enum(REBUTTAL_STATUSES),
  /** Host and author: why it is hidden if it was not hidden itself. */
  downWith: downWith.exactOptional(),
  at: milliseconds,
  /** [K10] */
  rank: count.describe("1 the best: across camps for the host, by all endorsements for everyone else."),
  /** Host and assistant only, and not in anonymous sessions. */
  participantId: id.exactOptional(),
  /** Host and assistant only: reasons of unresolved reports, the newest first. */
  reports: z.array(z.string()).exactOptional(),
  /** Host and assistant only: the number of such reports, if `reports` is shortened. */
  reportCount: count.exactOptional(),
  /** [R38] */
  held: z.literal(true).exactOptional().describe("For host and assistant: it waits because of its words."),
});
/** The end of a page of rebuttals. The next pages have older ones, the newest first. */
export const PageEnd = z.object({ at: milliseconds, id });
/** [R28] What has changed of a rebuttal whose words a phone has. */
export const RebuttalCount = z.tuple([id, count, count]);
/** `more`: not all changes fit into one message; `sync` gets the rest. */
export const RebuttalBatch = z.object({
  cursor: count,
  changed: z.array(Rebuttal),
  removed: z.array(id),
  counts: z
    .array(RebuttalCount)
    .exactOptional()
    .describe("For students, of rebuttals that they have: the id, `endorsements`, `rank`."),
  more: z.literal(true).exactOptional(),
});
