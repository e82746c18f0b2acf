import { z } from "zod";
import { count, milliseconds } from "#debate/protocol/answers/parts.ts";
import { AUDIT_KINDS } from "#debate/rules/audit.ts";

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

/** An account, or of a deleted one its id. */
const Account = z.object({
  id: z.string(),
  name: z.string().exactOptional(),
  email: z.string().exactOptional(),
});
export const AuditEntry = z.object({
  id: count,
  at: milliseconds,
  kind: z.enum(AUDIT_KINDS),
  what: z.string(),
  detail: z.string().exactOptional(),
  session: z.string().exactOptional().describe("The session's code."),
  by: Account.exactOptional().describe("Absent for the server, and for someone without a sign-in."),
  about: Account.exactOptional().describe("Whose account it was done to."),
  count: count.exactOptional().describe("How often, if more than once within an hour."),
});
export const AuditPage = z.object({
  entries: z.array(AuditEntry),
  more: z.boolean().describe("Whether there are older ones."),
});
