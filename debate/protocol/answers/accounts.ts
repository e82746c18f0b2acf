import { z } from "zod";
import { milliseconds } from "#debate/protocol/answers/parts.ts";

export const Done = z.object({ ok: z.literal(true) });
/** What Better Auth answers with is its own. */
export const BetterAuth = z.looseObject({});
/** An open invitation, as its inviter sees it. */
export const Invitation = z.object({
  id: z.string(),
  note: z.string().exactOptional(),
  createdAt: milliseconds,
  expiresAt: milliseconds,
});
export const Invitations = z.object({ invitations: z.array(Invitation) });
export const Invited = z.object({ invitation: Invitation, url: z.string() });
export type Invited = z.infer<typeof Invited>;
export const SignInCode = z.object({ code: z.string(), expiresAt: milliseconds, url: z.string() });
export type SignInCode = z.infer<typeof SignInCode>;
export const ResetLink = z.object({ url: z.string(), expiresAt: milliseconds });
export type ResetLink = z.infer<typeof ResetLink>;
