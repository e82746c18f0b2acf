import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pino from "pino";
import { expectDocumented } from "#tests/support/documented.ts";
import { claimsOf, type LtiPlatform, PLATFORM_KEY } from "#tests/support/lti-platform.ts";
import { cookiesOf } from "#tests/support/requests.ts";
import type { TestServer } from "#tests/support/server.ts";

export const ADA = { sub: "sub-of-ada", name: "Ada Lovelace" };
const TARGET = "https://purl.imsglobal.org/spec/lti/claim/target_link_uri";

export type Begun = Awaited<ReturnType<typeof beginLaunch>>;
/** What a browser posts at the end of a launch. */
export type Sent = { state?: string; id_token?: string; stored?: string };

/** Begins a launch in a browser of its own. `claims`: what an honest token then says. */
export async function beginLaunch(
  { request, url }: Pick<TestServer, "request" | "url">,
  { issuer, clientId }: Pick<LtiPlatform, "issuer" | "clientId">,
  more: Record<string, string> = {},
) {
  const target_link_uri = `${url}/lti/launch?debate=1`;
  const hints = { iss: issuer, client_id: clientId, login_hint: ADA.sub, target_link_uri, ...more };
  const answered = await request(`/lti/login?${new URLSearchParams(hints)}`);
  const page = await answered.text();
  expectDocumented("GET /lti/login", answered, page);
  const [, inPage = "{}"] = /const asked=(\{.*?\});/u.exec(page) ?? [];
  const asked = new URL(answered.headers.get("location") ?? JSON.parse(inPage).to).searchParams;
  const { state = "", nonce = "" } = Object.fromEntries(asked);
  const claims: Record<string, unknown> = { ...claimsOf(ADA, {}, nonce), [TARGET]: target_link_uri };
  return { answered, page, asked, hints, state, nonce, claims, cookie: cookiesOf(answered) };
}

/** Posts from the platform's site, as its page makes the browser do. */
export async function postLaunch(
  { request }: Pick<TestServer, "request">,
  sent: Sent,
  { cookie, ...headers }: Record<string, string> = {},
): Promise<Response> {
  const answered = await request("/lti/launch", {
    method: "POST",
    headers: { ...(cookie && { cookie }), origin: "https://platform.test", ...headers },
    body: new URLSearchParams(sent),
  });
  expectDocumented("POST /lti/launch", answered, await answered.clone().text());
  return answered;
}

/** Leads the link that the claims name to the server's session. */
export async function leadLink({ asHost }: TestServer, { issuer, clientId }: LtiPlatform): Promise<void> {
  const json = { issuer, clientId, deploymentId: "1", resourceLinkId: "link" };
  const used = await asHost("/lti", { json });
  if (!used.ok) throw new Error(await used.text());
}

/** Where a platform has its keys; they can be changed, and are counted. */
export async function startKeys() {
  const served = { body: JSON.stringify({ keys: [PLATFORM_KEY] }), times: 0 };
  const server = createServer((_request, response) => {
    served.times += 1;
    response.end(served.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    served,
    jwksUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A log, and its lines about refused launches. */
export function refusalLog() {
  const lines: string[] = [];
  const log = pino({ level: "warn" }, { write: (line: string) => void lines.push(line) });
  return { log, take: () => lines.splice(0).filter((line) => line.includes("a launch was refused")) };
}
