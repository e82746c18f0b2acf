import type { Auth } from "#server/identity/auth.ts";
import { forgetDiscovery, type Oidc, PROVIDER } from "#server/identity/oidc.ts";
import { tokenHash } from "#server/identity/secret.ts";

type Way = {
  headers: Headers;
  /** The page to continue to, and the page for errors. */
  next: string;
  back: string;
};
/** Where to redirect the browser, and the cookies that recognize it later. */
type Departure = { to: string; cookies: string[] };

/** Starts sign-ins with the provider. Throws if the provider does not answer or is not the right one. */
export function createOidcSignIn(auth: Auth, oidc: Oidc) {
  const { issuer, name } = oidc;

  async function depart(
    ask: () => Promise<{ response: { url?: string | undefined }; headers: Headers }>,
  ): Promise<Departure> {
    const { response, headers } = await ask();
    const context = await auth.$context;
    const provider = context.socialProviders.find(({ id }) => id === PROVIDER);
    if (provider?.issuer !== issuer) {
      forgetDiscovery(context, oidc);
      throw new Error(`the provider calls itself ${provider?.issuer}, not ${issuer}`);
    }
    return { to: response.url ?? "", cookies: headers.getSetCookie() };
  }

  return {
    name,
    /** Signs in, or creates an account with the token of an invitation. */
    signIn: ({ headers, next, back }: Way, invitation?: string): Promise<Departure> =>
      depart(() =>
        auth.api.signInSocial({
          headers,
          returnHeaders: true,
          body: {
            provider: PROVIDER,
            callbackURL: next,
            errorCallbackURL: back,
            disableRedirect: true,
            ...(invitation !== undefined && { additionalData: { invitation: tokenHash(invitation) } }),
          },
        }),
      ),
    /** Connects the account that is signed in. */
    connect: ({ headers, next, back }: Way): Promise<Departure> =>
      depart(() =>
        auth.api.linkSocialAccount({
          headers,
          returnHeaders: true,
          body: { provider: PROVIDER, callbackURL: next, errorCallbackURL: back, disableRedirect: true },
        }),
      ),
  };
}
