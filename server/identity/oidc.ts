import type { BetterAuthOptions } from "better-auth";
import { getOAuthState } from "better-auth/api";
import { genericOAuth } from "better-auth/plugins";
import type { Database } from "#server/store/database.ts";
import { useInvitation } from "#server/store/invitation-rows.ts";

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

/** [I7] Configures the provider for Better Auth, with PKCE, a state, a nonce and a signed ID token. */
export function oidcProvider({ issuer, clientId, clientSecret }: Oidc) {
  const config = {
    providerId: PROVIDER,
    // With a header set, redirects are followed on the issuer's own origin only.
    discoveryUrl: `${issuer.replace(/\/$/u, "")}/.well-known/openid-configuration`,
    discoveryHeaders: { accept: "application/json" },
    clientId,
    clientSecret,
    scopes: ["openid", "email", "profile"],
    requireIdTokenVerification: true,
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
  const plugin = genericOAuth({ config: [config] });
  // Fetched at the first sign-in, with a timeout: a provider that does not answer must not delay the start.
  const init: typeof plugin.init = async () =>
    ({ context: { genericOAuthPendingDiscovery: new Map([[PROVIDER, config]]) } }) as never;
  return { ...plugin, init };
}

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
    if (instructors.includes(email) || instructors.includes(email.slice(email.lastIndexOf("@")))) return;
    const state = (await getOAuthState()) as { invitation?: unknown } | null;
    const invitation = state?.invitation;
    if (typeof invitation !== "string") return { error: "not_invited" };
    const inviterId = await write((transaction) => useInvitation(transaction, invitation, clock()));
    return inviterId === null ? { error: "not_invited" } : undefined;
  };
}
