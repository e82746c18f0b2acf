// The messages of the optional phases.
import { z } from "zod";
import { id, text } from "#debate/protocol/messages.ts";
import { SIDES } from "#debate/rules/choices.ts";
import { BODY_LENGTH } from "#debate/rules/rebuttals.ts";
import { WHY_LENGTH } from "#debate/rules/steelman.ts";

/** [P11] The best argument of the other side; the newest counts. `side`: for whoever is undecided. */
export const WriteSteelman = z.strictObject({ body: text(BODY_LENGTH), side: z.enum(SIDES).optional() });
/** [P13] What someone of that side says of it. */
export const RateSteelman = z.strictObject({
  steelmanId: id,
  fair: z.boolean(),
  why: text(WHY_LENGTH).optional(),
});
/** [P15] Hides one, or shows it, also one that waits for approval. */
export const ModerateSteelman = z.strictObject({ steelmanId: id, action: z.enum(["hide", "show"]) });
/** [P14] The texts of the class, the newest first. `after`: the last one of the page before. */
export const ReadSteelmen = z.strictObject({
  after: z.strictObject({ at: z.int().nonnegative(), id }).optional(),
});
