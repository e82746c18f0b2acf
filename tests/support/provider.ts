import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

export type Person = { sub: string; email?: string; email_verified?: boolean; name?: string };
export const CLIENT = {
  client_id: "resolved",
  client_secret: "a secret between the tests and their provider",
};

// Made once: it takes as long as some tests.
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** A real OpenID Connect provider on a free port, which signs in `person` and grants all consent. */
export async function startProvider(redirectUri: string) {
  const people = new Map<string, Person>();
  const asked: string[] = [];
  const state: { person: Person | null; handle: ReturnType<Provider["callback"]> } = {
    person: null,
    handle: (_request, response) => response.writeHead(503).end(),
  };
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${new URL(request.url ?? "", "http://provider").pathname}`);
    state.handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ ...CLIENT, redirect_uris: [redirectUri] }],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: "tests" }] },
    cookies: { keys: ["a key of the tests"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: () => "/login" },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => people.get(id) }),
    async loadExistingGrant({ oidc }: { oidc: { session: { accountId: string } } }) {
      const grant = new provider.Grant({ accountId: oidc.session.accountId, clientId: CLIENT.client_id });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  const login: typeof callback = async (request, response) => {
    const { person } = state;
    if (person) people.set(person.sub, person);
    const result = person
      ? { login: { accountId: person.sub } }
      : { error: "access_denied", error_description: "The person went away." };
    await provider.interactionFinished(request, response, result);
  };
  const working: typeof callback = (request, response) =>
    request.url === "/login" ? login(request, response) : callback(request, response);
  state.handle = working;

  return {
    issuer,
    /** All requests to it. */
    asked,
    /** The person who signs in next; no one cancels. */
    sits(person: Person | null): void {
      state.person = person;
    },
    fails(): void {
      state.handle = (_request, response) => response.writeHead(500).end();
    },
    /** Names another issuer from now on, until it works again. */
    saysItIs(issuer: string): void {
      state.handle = (_request, response) =>
        response.writeHead(200, { "content-type": "application/json" }).end(
          JSON.stringify({
            issuer,
            authorization_endpoint: `${issuer}/auth`,
            token_endpoint: `${issuer}/token`,
            jwks_uri: `${issuer}/jwks`,
          }),
        );
    },
    works(): void {
      state.handle = working;
    },
    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
