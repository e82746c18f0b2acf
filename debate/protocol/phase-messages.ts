// The messages of the optional phases.
import { z } from "zod";
import { id, text } from "#debate/protocol/fields.ts";
import { TypedDates } from "#debate/protocol/requests.ts";
import { LINE_LENGTH, MISSING_DECISIONS } from "#debate/rules/pairs.ts";

/** [P37] A partner, by their place at the table, can't be found; `on: false`: was found. */
export const MissingPartner = z.strictObject({ place: z.int().min(0).max(2), on: z.boolean().default(true) });
/** [P37] The host's answer to a request: who can't find whom, and whether that partner is replaced. */
export const DecideMissing = z.strictObject({
  participantId: id,
  partnerId: id,
  action: z.enum(MISSING_DECISIONS),
});
export type DecideMissing = z.infer<typeof DecideMissing>;
/** [P27] A line to one's partners. The client makes the id, so that a repetition is one line. `to`: whom it was written to. */
export const SayToPartner = z.strictObject({
  id,
  body: text(LINE_LENGTH),
  to: z.strictObject({ group: id, since: z.int().nonnegative() }).optional(),
});
export type SayToPartner = z.infer<typeof SayToPartner>;
/** [P25] Pairs the class anew, begins the script, or ends it. */
export const SteerPairs = z.strictObject({ act: z.enum(["make", "start", "stop"]) });
/** [P27] What is written at a table. */
export const ReadPairLines = z.strictObject({ table: z.int().positive() });
/** [P27] Hides a line, or shows it, also one that waits. */
export const ModeratePairLine = z.strictObject({ lineId: id, action: z.enum(["hide", "show"]) });
/** [P29] What opens when, in place of what was set before; null for nothing. */
export const SetDates = z.strictObject({ schedule: TypedDates.nullable() });
