import { z } from "zod";
import * as accounts from "#debate/protocol/answers/accounts.ts";
import * as messages from "#debate/protocol/messages.ts";
import * as requests from "#debate/protocol/requests.ts";
import { AUDIT_KINDS } from "#debate/rules/audit.ts";
import { AccountFile } from "#docs/contract/answers.ts";
import { type Answer, DONE, file, type Requests } from "#docs/contract/request.ts";

const signedIn: Answer = {
  says: "Signed in.",
  json: accounts.Done,
  headers: ["Set-Cookie"],
};

/** Signing in, accounts and invitations. */
export const ACCOUNT_REQUESTS: Requests = {
  "POST /api/language": {
    does: "Remembers the language that someone chose in this browser.",
    by: "anyone",
    body: requests.ChooseLanguage,
    takesForms: true,
    answers: { 303: { says: "To the page of the form.", headers: ["Location", "Set-Cookie"] } },
  },
  "POST /api/auth/sign-in/email": {
    does: "Signs an instructor in. Unknown fields are left out.",
    by: "anyone",
    body: requests.SignInRequest,
    answers: { 200: { says: "Better Auth's own.", json: accounts.BetterAuth, headers: ["Set-Cookie"] } },
    refuses: ["too-many"],
    isBetterAuth: true,
  },
  "POST /api/auth/sign-in/code": {
    does: "Signs an instructor in with a code that was made on another device.",
    by: "anyone",
    body: requests.CodeRequest,
    answers: { 200: signedIn },
    refuses: ["forbidden"],
  },
  "POST /api/auth/change-password": {
    does: "Changes the caller's password and ends all other sign-ins. Unknown fields are left out.",
    by: "instructor",
    body: requests.ChangePassword,
    answers: { 200: { says: "Better Auth's own.", json: accounts.BetterAuth, headers: ["Set-Cookie"] } },
    refuses: ["too-many"],
    isBetterAuth: true,
  },
  "POST /api/auth/two-factor/enable": {
    does: "Begins to set up a second factor: it counts once `verify-totp` has had a code.",
    by: "instructor",
    body: requests.SecondFactorPassword,
    answers: { 200: { says: "For the app, once.", json: accounts.SecondFactorSetup } },
    refuses: ["too-many", "forbidden"],
    isBetterAuth: true,
  },
  "POST /api/auth/two-factor/verify-totp": {
    does: "Turns the second factor on, or without a sign-in gives the code after the password. `trustDevice`: not to be asked for it here for 30 days.",
    by: "anyone",
    body: requests.SecondFactorCode,
    answers: { 200: { says: "Better Auth's own.", json: accounts.BetterAuth, headers: ["Set-Cookie"] } },
    refuses: ["stale", "duplicate", "too-many", "forbidden"],
    isBetterAuth: true,
  },
  "POST /api/auth/two-factor/verify-backup-code": {
    does: "Gives a backup code after the password.",
    by: "anyone",
    body: requests.SecondFactorCode,
    answers: { 200: { says: "Better Auth's own.", json: accounts.BetterAuth, headers: ["Set-Cookie"] } },
    refuses: ["stale", "duplicate", "too-many", "forbidden"],
    isBetterAuth: true,
  },
  "POST /api/auth/two-factor/generate-backup-codes": {
    does: "Makes new backup codes. Those before end.",
    by: "instructor",
    body: requests.SecondFactorPassword,
    answers: { 200: { says: "The codes, once.", json: accounts.BetterAuth } },
    refuses: ["too-many", "forbidden"],
    isBetterAuth: true,
  },
  "POST /api/auth/two-factor/disable": {
    does: "Turns the second factor off, unless this server requires one.",
    by: "instructor",
    body: requests.SecondFactorPassword,
    answers: { 200: { says: "Better Auth's own.", json: accounts.BetterAuth, headers: ["Set-Cookie"] } },
    refuses: ["too-many", "forbidden"],
    isBetterAuth: true,
  },
  "GET /api/instructors": {
    does: "Lists all accounts, the oldest first.",
    by: "owner",
    answers: { 200: { says: "They.", json: accounts.ManagedAccounts } },
  },
  "PUT /api/instructors/second-factor": {
    does: "Requires a second factor of everyone with a password from the next sign-in on, or no longer.",
    by: "owner",
    body: requests.RequireSecondFactor,
    answers: { 204: DONE },
  },
  "PUT /api/instructors/:id/lock": {
    does: "Locks an account: its sign-ins end, and it can't sign in. Its sessions and debates stay.",
    by: "owner",
    answers: { 204: DONE },
    refuses: ["not-found"],
  },
  "DELETE /api/instructors/:id/lock": {
    does: "Unlocks an account.",
    by: "owner",
    answers: { 204: DONE },
    refuses: ["not-found"],
  },
  "DELETE /api/instructors/:id/second-factor": {
    does: "Removes an account's second factor, for someone who lost it.",
    by: "owner",
    answers: { 204: DONE },
    refuses: ["not-found"],
  },
  "DELETE /api/instructors/:id": {
    does: "Deletes an account with its debates, classes and sessions.",
    by: "owner",
    answers: { 204: DONE },
    refuses: ["not-found"],
  },
  "GET /api/auth/get-session": {
    does: "Says whose sign-in this is.",
    by: "anyone",
    answers: {
      200: { says: "Better Auth's own; null without a sign-in.", json: accounts.BetterAuth.nullable() },
    },
    isBetterAuth: true,
  },
  "GET /api/auth/callback/oidc": {
    does: "The way back from the OpenID Connect provider, if there is one.",
    by: "anyone",
    refuses: ["not-found"],
    answers: { 302: { says: "To a page.", headers: ["Location", "Set-Cookie"] } },
    isBetterAuth: true,
  },
  "POST /api/auth/sign-out": {
    does: "Ends this sign-in.",
    by: "anyone",
    answers: { 200: { says: "Better Auth's own.", json: accounts.BetterAuth, headers: ["Set-Cookie"] } },
    isBetterAuth: true,
  },
  "POST /api/auth/revoke-sessions": {
    does: "Ends all of the caller's sign-ins.",
    by: "anyone",
    answers: { 200: { says: "Better Auth's own.", json: accounts.BetterAuth } },
    isBetterAuth: true,
  },
  "POST /api/setup": {
    does: "Creates the first instructor, with the token in the link that the start printed.",
    by: "anyone",
    body: requests.SetupRequest,
    answers: { 201: signedIn },
    refuses: ["forbidden"],
  },
  "GET /api/oidc/sign-in": {
    does: "Begins a sign-in by the OpenID Connect provider.",
    by: "anyone",
    query: {
      next: { schema: z.string(), says: "The path to return to." },
      invitation: { schema: z.string(), says: "The token of an invitation." },
      setup: { schema: z.string(), says: "The token of the setup's link." },
      retention: { schema: z.string(), says: "With it, how many days sessions are kept." },
    },
    answers: { 302: { says: "To the provider, or to `/sign-in?error=`.", headers: ["Location"] } },
    refuses: ["not-found"],
  },
  "GET /api/oidc/connect": {
    does: "Connects the caller's account to the OpenID Connect provider.",
    by: "anyone",
    answers: {
      302: { says: "To the provider, to `/account?error=`, or to `/sign-in`.", headers: ["Location"] },
    },
    refuses: ["not-found"],
  },
  "GET /api/invitations": {
    does: "Lists the caller's open invitations.",
    by: "instructor",
    answers: { 200: { says: "They.", json: accounts.Invitations } },
  },
  "POST /api/invitations": {
    does: "Invites a colleague. The link is not shown again.",
    by: "instructor",
    body: requests.InviteRequest,
    answers: {
      201: { says: "Invited.", json: accounts.Invited },
    },
    refuses: ["too-many", "duplicate"],
  },
  "DELETE /api/invitations/:id": {
    does: "Revokes one of the caller's invitations.",
    by: "instructor",
    answers: { 204: DONE },
    refuses: ["not-found"],
  },
  "POST /api/invitations/accept": {
    does: "Creates an account by an invitation. For an address that has one, the same answer signs no one in.",
    by: "anyone",
    body: requests.AccountRequest,
    answers: { 201: signedIn },
    refuses: ["forbidden", "too-many"],
  },
  "POST /api/account/code": {
    does: "Makes a code that signs the caller in once on another device. The one before ends.",
    by: "instructor",
    body: messages.Nothing,
    answers: {
      201: {
        says: "The code.",
        json: accounts.SignInCode,
      },
    },
  },
  "PUT /api/account": {
    does: "Changes the caller's name and language. `language` is null for that of each browser.",
    by: "instructor",
    body: requests.ChangeAccount,
    answers: { 204: { says: "Changed.", headers: ["Set-Cookie"] } },
  },
  "POST /api/account/helped/:id/reset": {
    does: "Makes a link that sets a new password for a colleague whom the caller invited. It is not shown again.",
    by: "instructor",
    body: messages.Nothing,
    answers: { 201: { says: "The link.", json: accounts.ResetLink } },
    refuses: ["not-found"],
  },
  "PUT /api/account/helper": {
    does: "Allows the colleague who invited the caller to make such a link. Not found if no colleague did.",
    by: "instructor",
    answers: { 204: { says: "Allowed." } },
    refuses: ["not-found"],
  },
  "DELETE /api/account/helper": {
    does: "Takes back that the colleague who invited the caller may make such a link.",
    by: "instructor",
    answers: { 204: DONE },
  },
  "POST /api/reset": {
    does: "Sets a new password with the token of a link, and ends all sign-ins.",
    by: "anyone",
    body: requests.ResetPassword,
    answers: { 200: { ...signedIn, json: accounts.PasswordSet } },
    refuses: ["forbidden", "too-many"],
  },
  "POST /api/reset/mail": {
    does: "Mails such a link, if the address has an account with a password and the server sends mail.",
    by: "anyone",
    body: requests.MailReset,
    answers: {
      202: {
        says: "The same whether or not there is such an account.",
        json: accounts.Done,
      },
    },
    refuses: ["not-found", "too-many"],
  },
  "GET /api/account/data": {
    does: "Downloads everything that is stored about the caller.",
    by: "instructor",
    answers: { 200: file(AccountFile, "A JSON file.") },
  },
  "GET /api/account/audit": {
    does: "The audit log, the newest entries first: a page as JSON, or all as a file of JSON lines with `at` in ISO 8601.",
    by: "owner",
    query: {
      kind: { schema: z.enum(AUDIT_KINDS), says: "Only entries of this kind." },
      before: { schema: z.int().nonnegative(), says: "Only entries older than the one with this `id`." },
      format: { schema: z.enum(["json", "jsonl"]).default("json"), says: "The format of the answer." },
    },
    answers: {
      200: {
        says: "The entries.",
        json: accounts.AuditPage,
        text: "application/x-ndjson",
        headers: ["Content-Disposition"],
      },
    },
    refuses: ["malformed"],
  },
  "DELETE /api/account": {
    does: "Deletes the caller's account, debates and sessions. `proof` is the password, or the email address of an account without one.",
    by: "instructor",
    body: requests.DeleteAccount,
    answers: { 204: { says: "Deleted.", headers: ["Set-Cookie"] } },
    refuses: ["forbidden", "too-many"],
  },
};
