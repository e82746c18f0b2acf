import type { Actor } from "#debate/rules/moderation.ts";

/** Who decides, in which session, and when in milliseconds since the epoch. */
export type Deciding = { sessionId: string; actor: Actor; at: number };
