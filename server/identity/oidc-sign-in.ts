import type { Auth } from "#server/identity/auth.ts";
import { type Oidc, PROVIDER } from "#server/identity/oidc.ts";
import { tokenHash } from "#server/identity/secret.ts";
import { answersWithin } from "#server/platform/answers-within.ts";

/** For the provider's discovery document, in milliseconds. */
const TIMEOUT = 10_000;
/** [L31] How long to wait after a failure before asking the provider again, in milliseconds. */
const PAUSE = 5_000;

type Way = {
  headers: Headers;
  /** The page to continue to, and the page for errors. */
  next: string;
  back: string;
};
/** Where to redirect the browser, and the cookies that recognize it later. */
type Departure = { to: string; cookies: string[] };

/**
 * Signs people in with the provider. `Auth` requests the provider's discovery document, so it is created at the first sign-in: a
 * silent provider must not delay a start. [L31] After a failure it is created again at the first sign-in after a pause.
 */
export function createOidcSignIn(
  create: () => Auth,
  { issuer, name, isOnly = false }: Oidc,
  clock: () => number,
) {
  let made: Promise<Auth> | null = null;
  let failedAt: number | null = null;

  async function make(): Promise<Auth> {
    const auth = create();
    if (!(await answersWithin(TIMEOUT, auth.$context))) throw new Error("the provider does not answer");
    const provider = (await auth.$context).socialProviders.find(({ id }) => id === PROVIDER);
    if (provider?.issuer !== issuer)
      throw new Error(`the provider calls itself ${provider?.issuer}, not ${issuer}`);
    return auth;
  }

  function withProvider(): Promise<Auth> {
    // Also if the clock was set back.
    if (failedAt !== null && Math.abs(clock() - failedAt) >= PAUSE) made = failedAt = null;
    made ??= make().catch((error: unknown) => {
      failedAt = clock();
      throw error;
    });
    return made;
  }

  async function depart(
    ask: (auth: Auth) => Promise<{ response: { url?: string | undefined }; headers: Headers }>,
  ): Promise<Departure> {
    const { response, headers } = await ask(await withProvider());
    return { to: response.url ?? "", cookies: headers.getSetCookie() };
  }

  return {
    name,
    isOnly,
    /** Answers the browser that comes back from the provider. */
    callback: async (request: Request): Promise<Response> => (await withProvider()).handler(request),
    /** Signs in, or creates an account with the token of an invitation or of the setup. */
    signIn: (
      { headers, next, back }: Way,
      { invitation, ...setup }: { invitation?: string; setup?: string; retentionDays?: number },
    ): Promise<Departure> =>
      depart((auth) =>
        auth.api.signInSocial({
          headers,
          returnHeaders: true,
          body: {
            provider: PROVIDER,
            callbackURL: next,
            errorCallbackURL: back,
            disableRedirect: true,
            additionalData: {
              ...(invitation !== undefined && { invitation: tokenHash(invitation) }),
              ...setup,
            },
          },
        }),
      ),
    /** Connects the account that is signed in. */
    connect: ({ headers, next, back }: Way): Promise<Departure> =>
      depart((auth) =>
        auth.api.linkSocialAccount({
          headers,
          returnHeaders: true,
          body: { provider: PROVIDER, callbackURL: next, errorCallbackURL: back, disableRedirect: true },
        }),
      ),
  };
}
