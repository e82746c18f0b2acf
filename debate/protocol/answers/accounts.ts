import { z } from "zod";
import { count, milliseconds } from "#debate/protocol/answers/parts.ts";
import { AUDIT_KINDS } from "#debate/rules/audit.ts";

export const Done = z.object({ ok: z.literal(true) });
export const PasswordSet = Done.extend({
  twoFactorRedirect: z.literal(true).exactOptional().describe("Whether a second factor is asked for next."),
});
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
/** An account as the owner of the server sees it. */
const ManagedAccount = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  since: milliseconds,
  lastSignIn: milliseconds.nullable().describe("Null if it was more than a year ago, or never."),
  secondFactor: z.boolean().describe("Whether the password asks for a code, too."),
  sessions: count.describe("How many sessions it has, without rehearsals."),
  lockedAt: milliseconds.nullable(),
  isOwner: z.boolean().describe("The oldest account, which can't be locked or deleted here."),
});
export const ManagedAccounts = z.object({
  instructors: z.array(ManagedAccount),
  secondFactorRequired: z.boolean(),
});
export const SecondFactorSetup = z.looseObject({
  totpURI: z.string().describe("For the app that makes codes."),
  backupCodes: z.array(z.string()).describe("Each signs in once in place of a code."),
});
export type SecondFactorSetup = z.infer<typeof SecondFactorSetup>;

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
  session: z.string().exactOptional().describe("How the session's code begins."),
  by: Account.exactOptional().describe("Absent for the server, and for someone without a sign-in."),
  about: Account.exactOptional().describe("Whose account it was done to."),
  count: count.exactOptional().describe("How often, if more than once within an hour."),
});
export const AuditPage = z.object({
  entries: z.array(AuditEntry),
  more: z.boolean().describe("Whether there are older ones."),
});
