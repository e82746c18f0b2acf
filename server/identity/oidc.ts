import type { BetterAuthOptions } from "better-auth";
import { getOAuthState } from "better-auth/api";
import { genericOAuth } from "better-auth/plugins";
import { EMAIL } from "#debate/rules/email.ts";
import { NAME_LENGTH, readName } from "#debate/rules/names.ts";
import { useInvitation } from "#server/store/accounts/invitation-rows.ts";
import { isLocked } from "#server/store/accounts/managed-accounts.ts";
import type { Database } from "#server/store/database.ts";

/** The OpenID Connect provider from the environment. */
export type Oidc = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The label of its button. */
  name: string;
  /** Email addresses, and domains with their @, that need no invitation. */
  instructors: string[];
  /** [I40] Whether instructors can sign in by no password. */
  isOnly?: boolean;
};
/** [G8] Uses up the setup link, and stores how many days sessions are kept; false once it has ended. */
export type Setup = (token: string, retentionDays: number | null) => Promise<boolean>;

/** Its id in the callback URL: /api/auth/callback/oidc. */
export const PROVIDER = "oidc";

type Profile = { email?: unknown; name?: unknown };

/** [I27] One line of at most 40 characters, or the part of the address before its @. */
function nameOf({ email, name }: Profile): string {
  const read = readName(String(name ?? "")) ?? String(email ?? "").replace(/@.*$/su, "");
  return [...read].slice(0, NAME_LENGTH).join("").trim();
}

function configOf({ issuer, clientId, clientSecret }: Oidc) {
  return {
    providerId: PROVIDER,
    // With a header set, redirects are followed on the issuer's own origin only.
    discoveryUrl: `${issuer.replace(/\/$/u, "")}/.well-known/openid-configuration`,
    discoveryHeaders: { accept: "application/json" },
    clientId,
    clientSecret,
    scopes: ["openid", "email", "profile"],
    requireIdTokenVerification: true,
    mapProfileToUser: (profile: Profile) => ({ name: nameOf(profile) }),
    accountSubject: ({
      tokens,
      profile,
    }: {
      tokens: { idToken?: string | undefined };
      profile: { sub?: unknown };
    }) => {
      if (!tokens.idToken) throw new Error("the provider sent no ID token");
      return String(profile.sub ?? "");
    },
  };
}

/** [I7] Configures the provider for Better Auth, with PKCE, a state, a nonce and a signed ID token. */
export const oidcProvider = (oidc: Oidc) => genericOAuth({ config: [configOf(oidc)] });

type Validate = NonNullable<NonNullable<BetterAuthOptions["user"]>["validateUserInfo"]>;

/** What the server said when it sent a person to the provider. */
type State = { invitation?: unknown; setup?: unknown; retentionDays?: unknown };

/**
 * [I7] Admits only people whose address the provider has verified. A new account also needs a listed address or an
 * invitation, which is used up, or [I41] the setup link.
 */
export function admission(
  { instructors, isOnly = false }: Oidc,
  database: Pick<Database, "reader" | "write">,
  { clock, setUp }: { clock: () => number; setUp: Setup },
): Validate {
  return async ({ user, source }) => {
    if (source.method !== "oauth") return;
    const email = String(user.email).toLowerCase();
    if (!user.emailVerified) return { error: "email_not_verified" };
    // [I38] Said by a page: an error of Better Auth's would be none of the provider's.
    if (user.id && (await isLocked(database, user.id))) return { error: "account_locked" };
    if (source.action !== "create-user") return;
    // [I27] A provider may send what no one could type, such as line breaks that would get into mail.
    if (!EMAIL.test(email)) return { error: "email_not_valid" };
    const { invitation, setup, retentionDays } = ((await getOAuthState()) as State | null) ?? {};
    if (typeof setup === "string") {
      const days = typeof retentionDays === "number" ? retentionDays : null;
      return (await setUp(setup, days)) ? undefined : { error: "setup_ended" };
    }
    // [I41] Else the first of a whole domain to come by would own the server.
    if (isOnly && (await database.reader.instructor.count()) === 0) return { error: "not_invited" };
    if (instructors.includes(email) || instructors.includes(email.slice(email.lastIndexOf("@")))) return;
    if (typeof invitation !== "string") return { error: "not_invited" };
    const inviterId = await database.write((transaction) => useInvitation(transaction, invitation, clock()));
    return inviterId === null ? { error: "not_invited" } : undefined;
  };
}
