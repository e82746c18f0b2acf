import { z } from "zod";

export const IDENTITIES = ["anonymous", "pseudonym", "named"] as const;
export type Identity = (typeof IDENTITIES)[number];

/** What the instructor chose when the session was opened. Stored with it; the identity promise never changes after. */
export const Settings = z.strictObject({
  identity: z.enum(IDENTITIES).default("pseudonym"),
  readingVote: z.boolean().default(false),
  positionsFrom: z.enum(["lobby", "reading"]).default("reading"),
  moderation: z.enum(["after", "before"]).default("after"),
  confidence: z.boolean().default(true),
  reasons: z.boolean().default(true),
  credit: z.boolean().default(true),
});
export type Settings = z.infer<typeof Settings>;
