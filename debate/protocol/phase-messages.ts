// The messages of the optional phases.
import { z } from "zod";
import { id, text } from "#debate/protocol/fields.ts";
import { TypedDates } from "#debate/protocol/requests.ts";
import { SIDES } from "#debate/rules/choices.ts";
import { BODY_LENGTH } from "#debate/rules/rebuttal-terms.ts";
import { WHY_LENGTH } from "#debate/rules/steelman.ts";

/** [P16] The best argument of the other side; the newest counts. `side`: for whoever is undecided. */
export const WriteSteelman = z.strictObject({ body: text(BODY_LENGTH), side: z.enum(SIDES).optional() });
/** [P18] What someone of that side says of it. [P17] `words`: what they read, which may have changed since. */
export const RateSteelman = z.strictObject({
  steelmanId: id,
  fair: z.boolean(),
  why: text(WHY_LENGTH).optional(),
  words: text(BODY_LENGTH).optional(),
});
export type RateSteelman = z.infer<typeof RateSteelman>;
/** [P20] Hides one, or shows it, also one that waits for approval. `words`: those that the host read. */
export const ModerateSteelman = z.strictObject({
  steelmanId: id,
  action: z.enum(["hide", "show"]),
  words: text(BODY_LENGTH).optional(),
});
export type ModerateSteelman = z.infer<typeof ModerateSteelman>;
/** [P19] The texts of the class, the newest first. `after`: the last one of the page before. */
export const ReadSteelmen = z.strictObject({
  after: z.strictObject({ at: z.int().nonnegative(), id }).optional(),
});
/** [P29] What opens when, in place of what was set before; null for nothing. */
export const SetDates = z.strictObject({ schedule: TypedDates.nullable() });
