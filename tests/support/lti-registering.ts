import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expectDocumented } from "#tests/support/documented.ts";
import type { TestServer } from "#tests/support/server.ts";

const read = (name: string) => JSON.parse(readFileSync(`tests/fixtures/lti/${name}.json`, "utf8"));

export type Recorded = {
  label: string;
  direction: string;
  request: {
    headers: Record<string, string>;
    query?: Record<string, string>;
    body?: Record<string, unknown>;
    body_difference?: Record<string, unknown>;
  };
  response: { status: number; headers: Record<string, string>; body?: unknown; html_page?: string };
};
/** What Moodle was sent by a tool that registered, and what it answered. */
export const REGISTRATIONS: Record<"flow" | "minimal" | "readonly_scope_asked" | "update", Recorded[]> =
  read("registration");
export const REFUSALS: Recorded[] = read("registration-errors").errors;
const CONFIGURATION: Recorded = read("platform").openid_configuration;

type Answered = Pick<Recorded["response"], "status" | "headers" | "body" | "html_page">;
type Asked = { url: string; headers: Record<string, string | string[] | undefined>; body: string };

/** The recorded Moodle at an address of this machine: it describes itself, and answers registrations. */
export async function startRegistering(answered: Answered, changed: Record<string, string> = {}) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    asked.push({ url: `${request.url}`, headers: request.headers, body: Buffer.concat(parts).toString() });
    if (request.method === "GET") response.end(JSON.stringify(configuration));
    else response.writeHead(answered.status, { "content-type": "text/html" }).end(textOf(answered));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const moved = JSON.stringify(CONFIGURATION.response.body).replaceAll("https://moodle.test", origin);
  const configuration = { ...JSON.parse(moved), ...changed };

  return {
    origin,
    asked,
    /** What a platform's administrator opens there. */
    open(
      { request }: TestServer,
      allow: string | null,
      query: Record<string, string> = {},
    ): Promise<Response> {
      const given = new URLSearchParams({
        openid_configuration: `${origin}/mod/lti/openid-configuration.php`,
        registration_token: "of.the.platform",
        ...query,
        ...(allow !== null && { allow }),
      });
      return request(`/lti/register?${given}`).then(async (response) => {
        expectDocumented("GET /lti/register", response, await response.clone().text());
        return response;
      });
    },
    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const textOf = ({ body, html_page }: Answered) =>
  html_page ? `<!DOCTYPE html><p>${html_page}</p>` : typeof body === "string" ? body : JSON.stringify(body);

/** The token of a link that the owner makes. */
export async function allowance({ asInstructor }: TestServer): Promise<string> {
  const { url } = await (await asInstructor("/api/lti/registrations", { json: {} })).json();
  return new URL(url).searchParams.get("allow") ?? "";
}
