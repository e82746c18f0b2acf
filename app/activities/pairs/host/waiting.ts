import type { MissingPartner } from "#debate/activities/pairs/rules.ts";

/** [P39] Who can't find whom, by name where this control room may know. */
export type NamedMissing = MissingPartner & { name?: string; partner?: string };
/** Tables with a held line, and missing partners. */
export type PairsWaiting = { tables: readonly number[]; missing: readonly NamedMissing[] };
