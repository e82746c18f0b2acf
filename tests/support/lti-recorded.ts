import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createLogins } from "#server/lti/logins.ts";
import { PLATFORM_KEY, signedByTests } from "#tests/support/lti-platform.ts";
import type { TestServer } from "#tests/support/server.ts";
import { SECRET } from "#tests/support/signed-in.ts";

const NAMES = [
  "launch-student01-iframe-3pcookies-allowed",
  "launch-student01-private-new-window",
  "launch-student02-iframe-3pcookies-blocked",
  "launch-teacher-iframe-3pcookies-allowed",
  "deeplink-request",
];
const read = (name: string) => JSON.parse(readFileSync(`tests/fixtures/lti/${name}.json`, "utf8"));

type Claims = Record<string, unknown> & { aud: string; nonce: string; iat: number; sub: string };
/** A launch of a real Moodle; `idToken` where its signature was recorded. */
export type Recorded = { name: string; claims: Claims; idToken: string | undefined };
type Exchange = {
  request: { body?: { id_token?: string } };
  id_token_decoded?: { payload: Claims };
};
type More = { name: string; claims: Claims; launch_body?: { id_token: string } };

const whole = (token: string | undefined) => token?.replaceAll(" ", "");

export const RECORDED: Recorded[] = [
  ...NAMES.map((name): Recorded => {
    const { exchanges } = read(name) as { exchanges: Exchange[] };
    const launch = exchanges.find(({ id_token_decoded }) => id_token_decoded);
    if (!launch?.id_token_decoded) throw new Error(`${name} has no launch`);
    return {
      name,
      claims: launch.id_token_decoded.payload,
      idToken: whole(launch.request.body?.id_token),
    };
  }),
  ...(read("launches-more") as { launches: More[] }).launches.map(({ name, claims, launch_body }) => ({
    name,
    claims,
    idToken: whole(launch_body?.id_token),
  })),
];

type Client = { issuer: string; client_id: string; deployment_id: string };
/** The clients that Moodle had registered. */
export const CLIENTS = (read("platform") as { clients: Client[] }).clients;

/** The recorded Moodle, with the keys that it published, and one of the tests for what was recorded without a signature. */
export async function startRecorded() {
  const { keys } = read("platform").jwks.response.body as { keys: object[] };
  const jwks = JSON.stringify({ keys: [...keys, PLATFORM_KEY] });
  const server = createServer((_request, response) =>
    response.writeHead(200, { "content-type": "application/json" }).end(jwks),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const jwksUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    async register({ asInstructor }: TestServer): Promise<void> {
      for (const { issuer, client_id: clientId, deployment_id } of CLIENTS) {
        const endpoints = {
          authorizationEndpoint: `${issuer}/mod/lti/auth.php`,
          tokenEndpoint: `${issuer}/mod/lti/token.php`,
        };
        const json = { issuer, clientId, deploymentIds: [deployment_id], ...endpoints, jwksUri };
        const answered = await asInstructor("/api/lti/platforms", { json });
        if (!answered.ok) throw new Error(await answered.text());
      }
    },

    /** Sends a recorded launch, as if its nonce were of a login at this server. */
    async replay(tool: TestServer, { claims, idToken }: Recorded, clock: () => number): Promise<Response> {
      const [platform] = await tool.database.reader.ltiPlatform.findMany({ where: { clientId: claims.aud } });
      const ids = { uuid: () => claims.nonce, key: () => "the browser's half" };
      const logins = createLogins(SECRET, clock, ids);
      const hints = { iss: "https://moodle.test", client_id: claims.aud, login_hint: claims.sub };
      const begun = logins.begin(platform as never, hints, null);
      return tool.request("/lti/launch", {
        method: "POST",
        headers: { cookie: begun.cookie.split(";")[0] ?? "", origin: "https://moodle.test" },
        body: new URLSearchParams({ state: begun.state, id_token: idToken ?? (await signedByTests(claims)) }),
      });
    },

    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
