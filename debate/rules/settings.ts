import { z } from "zod";

export const IDENTITIES = ["anonymous", "pseudonym", "named"] as const;
export type Identity = (typeof IDENTITIES)[number];

/** Who is let in: whoever knows the session's code, or who brings a personal code as well. */
export const ENTRIES = ["open", "personal"] as const;
export type Entry = (typeof ENTRIES)[number];

/** What the instructor chose when the session was opened. Stored with it; the identity promise never changes after. */
export const Settings = z.strictObject({
  identity: z.enum(IDENTITIES).default("pseudonym"),
  entry: z.enum(ENTRIES).default("open"),
  readingVote: z.boolean().default(false),
  positionsFrom: z.enum(["lobby", "reading"]).default("reading"),
  moderation: z.enum(["after", "before"]).default("after"),
  confidence: z.boolean().default(true),
  reasons: z.boolean().default(true),
  credit: z.boolean().default(true),
});
export type Settings = z.infer<typeof Settings>;
