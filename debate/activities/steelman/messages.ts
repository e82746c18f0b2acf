import { z } from "zod";
import type { ActivityMessages } from "#debate/activities/activity-messages.ts";
import { WHY_LENGTH } from "#debate/activities/steelman/terms.ts";
import { name, participant, row, table, timeBesideName } from "#debate/protocol/answers/cells.ts";
import { count, id, milliseconds, nothing, ok, side } from "#debate/protocol/answers/parts.ts";
import { text } from "#debate/protocol/fields.ts";
import { SIDES } from "#debate/rules/choices.ts";
import { BODY_LENGTH, REBUTTAL_STATUSES } from "#debate/rules/rebuttal-terms.ts";

/** [P16] The best argument of the other side; the newest counts. `side`: which side an undecided student argues for. */
const WriteSteelman = z.strictObject({ body: text(BODY_LENGTH), side: z.enum(SIDES).optional() });
/** [P18] What someone of that side says of it. [P17] `words`: what they read, which may have changed since. */
const RateSteelman = z.strictObject({
  steelmanId: id,
  fair: z.boolean(),
  why: text(WHY_LENGTH).optional(),
  words: text(BODY_LENGTH).optional(),
});
export type RateSteelman = z.infer<typeof RateSteelman>;
/** [P20] Hides one, or shows it, also one that waits for approval. `words`: those that the host read. */
const ModerateSteelman = z.strictObject({
  steelmanId: id,
  action: z.enum(["hide", "show"]),
  words: text(BODY_LENGTH).optional(),
});
export type ModerateSteelman = z.infer<typeof ModerateSteelman>;
/** [P19] The texts of the class, the newest first. `after`: the last one of the page before. */
const ReadSteelmen = z.strictObject({
  after: z.strictObject({ at: z.int().nonnegative(), id: id }).optional(),
});

const SteelmanNews = z
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

const SteelmanRow = row({
  participant,
  name,
  id: id.describe("Its id."),
  side: side.describe("The side that it argues for."),
  body: z.string().describe("Its words."),
  status: z.enum(REBUTTAL_STATUSES).describe("Only published ones were given to others to rate."),
  fair: count.describe("How many of that side call it fair."),
  notFair: count.describe("How many of that side don’t."),
  at: timeBesideName,
}).describe("Best arguments of the other side, also pending and hidden ones.");
const SteelmanRatingRow = row({
  participant,
  name,
  steelman: id.describe("The `id` of a row of `steelmen`."),
  fair: z.boolean().describe("Whether it is fair."),
  why: z.string().nullable().describe("Why, in their words."),
}).describe("What people said of these.");
const part = z.looseObject({});

export const steelman = {
  sends: {
    "steelman:write": {
      payload: WriteSteelman,
      accepted: nothing,
      does: "Writes the best argument of the other side, in the phase `steelman` only. The newest counts, and drops what was said of the one before. `side` only where the newest vote is undecided, or there is none: the side that it argues for.",
    },
    "steelman:ask": {
      payload: z.strictObject({}),
      accepted: ok({ given: z.boolean() }),
      does: "Asks for a text to rate, which `mine` then holds; `given` is false without any. `forbidden` for who is on no side.",
    },
    "steelman:rate": {
      payload: RateSteelman,
      accepted: nothing,
      does: "Says of a text that this student was given whether it is fair. The newest answer counts. `words`: those that the student read; `stale` if they were changed since.",
    },
    "host:steelman": {
      payload: ModerateSteelman,
      accepted: nothing,
      does: "Hides a best argument of the other side, or shows it, also one that waits for approval.",
    },
    "host:steelmen": {
      payload: ReadSteelmen,
      accepted: ok({ steelmen: z.array(HostsSteelman), more: z.boolean() }),
      does: "Reads 50 of them, the newest first; with `more`, send the last one as `after` for the next. `scores` for the host alone.",
    },
  },
  snapshot: {
    /** [P16] How many have written, and how many answers about these there are. */
    steelman: SteelmanNews.exactOptional(),
  },
  mine: { steelman: MySteelman.exactOptional() },
  /** [P19] The best argument of the other side that the student wrote, and what was said of it. */
  card: { steelman: OwnSteelman.exactOptional() },
  ownFile: { steelman: part.nullable(), steelmanRatings: z.array(part) },
  /** [R16] How many were hidden with a student's rebuttals, which no entry of the log undoes. */
  hidden: { steelmen: count.exactOptional() },
  tables: [table("steelmen", SteelmanRow), table("steelmanRatings", SteelmanRatingRow)],
  named: { HostsSteelman, SteelmanRow, SteelmanRatingRow },
} as const satisfies ActivityMessages;
