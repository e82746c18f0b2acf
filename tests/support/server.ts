import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pino from "pino";
import type { Settings } from "#debate/rules/settings.ts";
import { createApp } from "#server/app.ts";
import { openDatabase } from "#server/store/database.ts";
import { Client, type Role } from "#tests/support/client.ts";

const MIGRATIONS = path.resolve("prisma/migrations/sqlite");
const INSTRUCTOR = { name: "Grace", email: "grace@example.org", password: "nanoseconds-1906" };

type Options = { settings?: Partial<Settings>; clock?: () => number };
export type TestServer = Awaited<ReturnType<typeof startServer>>;
export type OpenedSession = { code: string; urls: Record<"join" | "host" | "screen" | "results", string> };

/** A real server on a free port with a database file of its own, an instructor signed in and a session open. */
export async function startServer({ settings = {}, clock = Date.now }: Options = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "resolved-test-"));
  let running = await boot(folder, clock);
  await running.app.instructors.ensure(INSTRUCTOR);
  const clients: Client[] = [];

  const request = (pathname: string, init: RequestInit & { json?: unknown } = {}) => {
    const { json, ...rest } = init;
    const headers = new Headers(rest.headers);
    if (json !== undefined) headers.set("content-type", "application/json");
    return fetch(`${running.url}${pathname}`, {
      redirect: "manual",
      ...rest,
      headers,
      ...(json !== undefined && { method: rest.method ?? "POST", body: JSON.stringify(json) }),
    });
  };
  const signIn = async ({ email, password } = INSTRUCTOR): Promise<string> => {
    const response = await request("/api/auth/sign-in/email", { json: { email, password } });
    return cookiesOf(response);
  };
  const cookie = await signIn();
  const open = async (chosen: Partial<Settings> = {}): Promise<OpenedSession> => {
    const body = { debateId: "japan-russia-card", settings: chosen };
    return (await request("/api/sessions", { json: body, headers: { cookie } })).json();
  };
  const session = await open(settings);

  const join = async (name?: string, code = session.code) => {
    const response = await request(`/api/sessions/${code}/join`, {
      json: name === undefined ? {} : { name },
    });
    return (await response.json()) as { participantId: string; name: string; ticket: string };
  };
  const connect = async (role: Role, auth: Record<string, unknown> = {}): Promise<Client> => {
    const seat = role === "student" ? await join() : null;
    const key = new URL(session.urls.screen).searchParams.get("key");
    const client = new Client(running.url, {
      auth: {
        code: session.code,
        as: role,
        ...(seat && { ticket: seat.ticket }),
        ...(role === "screen" && { key }),
        ...auth,
      },
      cookie: role === "host" ? cookie : undefined,
      participantId: seat?.participantId,
    });
    clients.push(client);
    await client.connected();
    return client;
  };

  return {
    session,
    cookie,
    folder,
    open,
    join,
    request,
    signIn,
    connect,
    get url() {
      return running.url;
    },
    get database() {
      return running.database;
    },
    get app() {
      return running.app;
    },
    /** One connected client for each role named, in that order. */
    seats: <Roles extends Role[]>(...roles: Roles) =>
      Promise.all(roles.map((role) => connect(role))) as Promise<{ [Index in keyof Roles]: Client }>,
    /** Stops the server and starts it again on the same port and the same files. */
    async restart(): Promise<void> {
      const { port } = new URL(running.url);
      await running.app.close();
      running = await boot(folder, clock, Number(port));
    },
    async [Symbol.asyncDispose](): Promise<void> {
      for (const client of clients) client.close();
      await running.app.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function boot(folder: string, clock: () => number, wanted = 0) {
  const database = await openDatabase(`file:${folder}/resolved.db`, MIGRATIONS);
  const app = createApp({
    database,
    clock,
    ids: {
      uuid: randomUUID,
      key: () => randomBytes(18).toString("base64url"),
      draw: (below) => randomInt(below),
    },
    log: pino({ level: "error" }, pino.destination(2)),
    secret: "a secret of the tests, the same after a restart",
    setupToken: "the setup token of the tests",
    publicUrl: undefined,
    trustProxy: false,
  });
  const port = await app.listen(wanted, "127.0.0.1");
  return { app, database, url: `http://127.0.0.1:${port}` };
}

export function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
