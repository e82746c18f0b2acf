import { z } from "zod";
import { IDENTITIES, PRESET_NAMES } from "#debate/rules/session-options.ts";

/** [Q54] How a session is opened. */
export const NewSession = z.strictObject({
  debateId: z.string().min(1).max(100),
  preset: z.enum(PRESET_NAMES),
  identity: z.enum(IDENTITIES),
});
export type NewSession = z.infer<typeof NewSession>;
/** [Q54] What an item of a course leads to: a session that exists, or how one is opened at its first launch [Q56]. */
export const ItemContent = z.union([z.strictObject({ sessionId: z.string() }), NewSession]);
export type ItemContent = z.infer<typeof ItemContent>;
/** Under which name our own id is in an item's custom parameters. */
export const ITEM_FIELD = "resolved_item";
