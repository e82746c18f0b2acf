import type { Auth } from "#server/identity/auth.ts";
import { withContexts } from "#server/identity/contexts.ts";
import { type Oidc, PROVIDER } from "#server/identity/oidc.ts";
import { tokenHash } from "#server/identity/secret.ts";

type Way = {
  headers: Headers;
  /** Where to go on to on this site, and where to say why it came to nothing. */
  next: string;
  back: string;
};
/** Where to send a browser, and the cookies that know it again. */
type Departure = { to: string; cookies: string[] };

/** The ways to the provider. Each throws where it does not answer, or is not who it should be. */
export function createOidcSignIn(auth: Auth, { issuer, name }: Oidc) {
  async function depart(
    ask: () => Promise<{ response: { url?: string | undefined }; headers: Headers }>,
  ): Promise<Departure> {
    const { response, headers } = await withContexts(ask);
    const provider = (await auth.$context).socialProviders.find(({ id }) => id === PROVIDER);
    if (provider?.issuer !== issuer)
      throw new Error(`the provider calls itself ${provider?.issuer}, not ${issuer}`);
    return { to: response.url ?? "", cookies: headers.getSetCookie() };
  }

  return {
    name,
    /** To sign in; with the token of an invitation also to a new account. */
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
    /** To connect the account that is signed in. */
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
