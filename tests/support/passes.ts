import { expect } from "vitest";
import type { PassRow } from "#debate/protocol/pages.ts";
import { cookiesOf, type Seat } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

/** A session with personal codes, and as many of them as are asked for. */
export async function personal(count: number, settings: GivenSettings = {}, options = {}) {
  const server = await startServer({ settings: { entry: "personal", ...settings }, ...options });
  const made = await server.asHost("/passes", { json: { count } });
  expect(made.status).toBe(201);
  const passes = codesOf(await made.json());
  return { server, passes, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

export const codesOf = ({ passes }: { passes: PassRow[] }) => passes.map(({ code }) => code);

/** Joins on a new phone. */
export async function joins(server: TestServer, json: object, headers: Record<string, string> = {}) {
  const response = await server.asStranger("/join", { json, headers });
  const answer = (await response.json()) as Seat & { error?: { code: string; message: string } };
  const retryAfter = Number(response.headers.get("retry-after"));
  return {
    status: response.status,
    retryAfter,
    error: answer.error,
    seat: answer,
    cookie: cookiesOf(response),
  };
}

/** Asks for so many codes. */
export async function made(server: TestServer, count: unknown, headers: Record<string, string> = {}) {
  const response = await server.asHost("/passes", { json: { count }, headers });
  const { error, passes = [] } = (await response.json()) as {
    error?: { code: string };
    passes?: PassRow[];
  };
  return { status: response.status, error, passes };
}
