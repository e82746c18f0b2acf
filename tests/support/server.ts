import { createHmac, randomBytes, randomInt, randomUUID } from "node:crypto";
import pino, { type Logger } from "pino";
import { inject } from "vitest";
import type { Rehearsed } from "#debate/rules/rehearsed.ts";
import { createApp } from "#server/app.ts";
import type { StoredFile } from "#server/http/fixed-answers.ts";
import type { Pages } from "#server/http/shared-pages.ts";
import type { PasswordHasher } from "#server/identity/auth.ts";
import type { Oidc } from "#server/identity/oidc.ts";
import type { Mail } from "#server/platform/mail.ts";
import { openRedis } from "#server/platform/redis.ts";
import type { MachineClock } from "#server/store/database.ts";
import { Client, type ClientOptions, type Role } from "#tests/support/client.ts";
import { type Engine, type TakenDatabase, takeDatabase } from "#tests/support/databases.ts";
import { expectRecounted } from "#tests/support/recounted.ts";
import { cookiesOf, INSTRUCTOR, keyIn, type Seat } from "#tests/support/requests.ts";
import type { GivenSettings } from "#tests/support/settings.ts";
import { FAST_HASHER, SECRET, signedIn } from "#tests/support/signed-in.ts";

/** The setup token of a server that never had an instructor. */
export const SETUP_LINK = createHmac("sha256", SECRET).update("setup:0").digest("base64url");

type Options = {
  settings?: GivenSettings;
  clock?: () => number;
  trustProxy?: boolean;
  /** PostgreSQL where several servers share the database, and SQLite elsewhere. */
  engine?: Engine;
  /** A database that no other test has used, for a test that reads its files or changes its tables. */
  fresh?: boolean;
  /** The address of the test's own database. */
  database?: string;
  /** Whether another server will use the same database, and the Redis through which they communicate. */
  shared?: boolean;
  redis?: string;
  retentionDays?: number;
  frameAncestors?: string[];
  insecurePlatforms?: boolean;
  metricsToken?: string;
  messagesPerSecond?: number;
  phonesPerAddress?: number;
  /** Answers requests for pages in place of Next. */
  pages?: Pages;
  files?: ReadonlyMap<string, StoredFile>;
  /** How many bytes of files an instructor may keep. */
  fileQuota?: number;
  /** What reads imported files; without it, what the program has. */
  fileChild?: string;
  publicUrl?: string;
  oidc?: Oidc;
  mail?: Mail;
  /** How passwords are hashed; quickly without it, and by Better Auth where `real`. */
  hasher?: PasswordHasher | "real";
  /** Where the log goes; without it, errors go to standard error. */
  log?: Logger;
};
export type TestServer = Awaited<ReturnType<typeof startServer>>;
type Init = Omit<RequestInit, "headers"> & { json?: unknown; headers?: Record<string, string> };
type Auth = { code?: string; ticket?: string } & Record<string, unknown>;
export type OpenedSession = { code: string; urls: Record<"join" | "host" | "screen" | "results", string> };

/** A real server on a free port with a database file of its own, an instructor signed in and a session open. */
export async function startServer({
  settings = {},
  clock,
  trustProxy = false,
  redis,
  retentionDays,
  frameAncestors = [],
  insecurePlatforms = false,
  metricsToken,
  messagesPerSecond,
  phonesPerAddress,
  pages,
  files,
  fileChild = inject("fileChild"),
  fileQuota,
  publicUrl,
  oidc,
  mail,
  hasher = FAST_HASHER,
  log = pino({ level: "error" }, pino.destination(2)),
  shared = redis !== undefined,
  engine = shared ? "postgresql" : "sqlite",
  fresh = false,
  database: address,
}: Options = {}) {
  const own = await takeDatabase({ engine, address, shared, fresh });
  const machine = {
    own,
    clock,
    trustProxy,
    redis,
    retentionDays,
    frameAncestors,
    insecurePlatforms,
    metricsToken,
    messagesPerSecond,
    phonesPerAddress,
    pages,
    files,
    fileChild,
    fileQuota,
    publicUrl,
    oidc,
    mail,
    hasher: hasher === "real" ? undefined : hasher,
    log,
  };
  let running = await boot(machine);
  const clients: Client[] = [];

  const request = (pathname: string, init: Init = {}) => {
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
    if (!response.ok) throw new Error(`${email} could not sign in: ${response.status}`);
    return cookiesOf(response);
  };
  if (hasher !== FAST_HASHER) await running.app.instructors.ensure(INSTRUCTOR);
  const prefix = publicUrl?.startsWith("https:") ? "__Secure-" : "";
  const cookie = await signedIn(own.database, INSTRUCTOR, prefix);
  const asInstructor = (pathname: string, init: Init = {}) =>
    request(pathname, { ...init, headers: { ...init.headers, cookie } });
  const open = async (
    { simulated, ...settings }: GivenSettings & Rehearsed = {},
    debateId = "japan-russia-card",
  ) => {
    const response = await asInstructor("/api/sessions", { json: { debateId, settings, simulated } });
    return (await response.json()) as OpenedSession;
  };
  const session = await open(settings);

  const join = async (name?: string, code = session.code) => {
    const response = await request(`/api/sessions/${code}/join`, {
      json: name === undefined ? {} : { name },
    });
    return (await response.json()) as Seat;
  };
  /** A connected client: a student on a new seat unless a ticket or cookie is given, a host with the host's cookie. */
  const connect = async (role: Role, auth: Auth = {}, given?: ClientOptions): Promise<Client> => {
    const { code = session.code } = auth;
    const needsSeat = role === "student" && auth.ticket === undefined && given?.cookie === undefined;
    const ticket = needsSeat ? (await join(undefined, code)).ticket : auth.ticket;
    const key = keyIn(session.urls.screen);
    const client = new Client(running.url, {
      auth: { code, as: role, ...(ticket && { ticket }), ...(role === "screen" && { key }), ...auth },
      cookie: role === "host" ? cookie : undefined,
      participantId: ticket?.split(".")[0],
      ...given,
    });
    clients.push(client);
    await client.connected();
    return client;
  };
  const at = (suffix: string) => `/api/sessions/${session.code}${suffix}`;

  return {
    session,
    cookie,
    folder: own.folder,
    databaseUrl: own.url,
    open,
    join,
    request,
    asInstructor,
    signIn,
    connect,
    /** A request about the session without a cookie. */
    asStranger: (suffix: string, init?: Init) => request(at(suffix), init),
    /** A request about the session, with its host's cookie. */
    asHost: (suffix: string, init?: Init) => asInstructor(at(suffix), init),
    /** The cookie of another instructor. */
    colleague: () => signedIn(own.database, { name: "Alan", email: "alan@example.org" }, prefix),
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
    /** Starts another server on the same database, on a machine with that clock. */
    async another(machineClock?: MachineClock) {
      const same = await takeDatabase({ engine, address: own.url, shared, machine: machineClock });
      const other = await boot({ ...machine, own: same });
      return {
        url: other.url,
        app: other.app,
        database: same.database,
        async [Symbol.asyncDispose](): Promise<void> {
          await other.app.close();
          await same.giveBack();
        },
      };
    },
    /** Stops the server and starts it again on the same port and the same files. */
    async restart(): Promise<void> {
      const { port } = new URL(running.url);
      await running.app.close();
      await own.reopen();
      running = await boot(machine, Number(port));
    },
    async [Symbol.asyncDispose](): Promise<void> {
      for (const client of clients) client.close();
      try {
        await expectRecounted(running.database);
      } finally {
        await running.app.close();
        await own.giveBack();
      }
    },
  };
}

type Machine = {
  own: TakenDatabase;
  redis: string | undefined;
  retentionDays: number | undefined;
  frameAncestors: string[];
  insecurePlatforms: boolean;
  metricsToken: string | undefined;
  messagesPerSecond: number | undefined;
  phonesPerAddress: number | undefined;
  pages: Pages | undefined;
  files: ReadonlyMap<string, StoredFile> | undefined;
  publicUrl: string | undefined;
  fileQuota: number | undefined;
  oidc: Oidc | undefined;
  mail: Mail | undefined;
  hasher: PasswordHasher | undefined;
  log: Logger;
  clock: (() => number) | undefined;
  trustProxy: boolean;
};

async function boot({ own, redis, pages, clock, ...parts }: Machine, wanted = 0) {
  const { database } = own;
  const app = createApp({
    ...parts,
    database,
    clock: clock ?? database.now,
    ids: {
      uuid: randomUUID,
      key: () => randomBytes(18).toString("base64url"),
      draw: (below) => randomInt(below),
    },
    secret: SECRET,
    redis: redis === undefined ? null : openRedis(redis, parts.log),
  });
  const port = await app.listen(wanted, "127.0.0.1", pages);
  return { app, database, url: `http://127.0.0.1:${port}` };
}
