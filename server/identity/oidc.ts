import type { BetterAuthOptions } from "better-auth";
import { getOAuthState } from "better-auth/api";
import { genericOAuth } from "better-auth/plugins";
import { EMAIL } from "#debate/rules/email.ts";
import { NAME_LENGTH, readName } from "#debate/rules/names.ts";
import { useInvitation } from "#server/store/accounts/invitation-rows.ts";
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
};

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

/**
 * [I7] Admits only people whose address the provider has verified. A new account also needs a listed address or an
 * invitation, which is used up.
 */
export function admission(
  { instructors }: Oidc,
  { write }: Pick<Database, "write">,
  clock: () => number,
): Validate {
  return async ({ user, source }) => {
    if (source.method !== "oauth") return;
    const email = String(user.email).toLowerCase();
    if (!user.emailVerified) return { error: "email_not_verified" };
    if (source.action !== "create-user") return;
    // [I27] A provider may send what no one could type, such as line breaks that would get into mail.
    if (!EMAIL.test(email)) return { error: "email_not_valid" };
    if (instructors.includes(email) || instructors.includes(email.slice(email.lastIndexOf("@")))) return;
    const state = (await getOAuthState()) as { invitation?: unknown } | null;
    const invitation = state?.invitation;
    if (typeof invitation !== "string") return { error: "not_invited" };
    const inviterId = await write((transaction) => useInvitation(transaction, invitation, clock()));
    return inviterId === null ? { error: "not_invited" } : undefined;
  };
}
