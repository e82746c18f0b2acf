import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Logger } from "pino";
import { createBackground } from "#server/background.ts";
import { type Door, openDoor } from "#server/door.ts";
import { createCaller } from "#server/http/caller.ts";
import { createGuard } from "#server/http/guard.ts";
import { createHttp } from "#server/http/http.ts";
import { askForSession, type Pages, shareJoinPage } from "#server/http/join-page.ts";
import { patient } from "#server/http/patience.ts";
import { createGuesses } from "#server/identity/guesses.ts";
import { createInstructors } from "#server/identity/instructors.ts";
import { createInvitations } from "#server/identity/invitations.ts";
import type { Oidc } from "#server/identity/oidc.ts";
import { createSeatOfPass } from "#server/identity/passes.ts";
import { createSignInCodes } from "#server/identity/sign-in-codes.ts";
import { createTickets } from "#server/identity/tickets.ts";
import { createLimits } from "#server/limits.ts";
import { createLive } from "#server/live/live.ts";
import { watchStorage } from "#server/live/storage.ts";
import { createMetrics } from "#server/metrics.ts";
import { createDoor } from "#server/pages/read.ts";
import type { Redis } from "#server/redis.ts";
import type { Ids, Parts } from "#server/sessions/parts.ts";
import { forgetOld } from "#server/sessions/retention.ts";
import { admit, createSockets, SOCKET_PATH } from "#server/sockets/sockets.ts";
import type { Database } from "#server/store/database.ts";
import { createStore } from "#server/store/store.ts";

/** The parts that differ between the real program and a test. */
export type AppParts = {
  database: Database;
  clock: () => number;
  ids: Ids;
  log: Logger;
  secret: string;
  publicUrl: string | undefined;
  trustProxy: boolean;
  lanAddress: string | undefined;
  /** Other sites that may show students' pages in a frame. */
  frameAncestors?: readonly string[] | undefined;
  /** Whether pages are made with reload, which needs more of a browser than they do. */
  isDevelopment?: boolean;
  /** What servers that share a database are in touch through; null for a server on its own. */
  redis: Redis | null;
  /** After how many days sessions are deleted; undefined where they are kept. */
  retentionDays?: number | undefined;
  /** What opens the metrics to requests from elsewhere; without it they are for this machine. */
  metricsToken?: string | undefined;
  /** [L1] How many messages a second a seat may go on sending. */
  messagesPerSecond?: number | undefined;
  /** [L6] How long all of a request may take to arrive, in milliseconds. */
  requestWithin?: number | undefined;
  /** Where instructors can sign in, too. */
  oidc?: Oidc | undefined;
};

export type App = {
  server: Server;
  instructors: ReturnType<typeof createInstructors>;
  door: Door;
  /** What is answered by HTTP and is no page. */
  routes: { method: string; path: string }[];
  /** Listens; answers with the port, which the system chooses where 0 is asked for. */
  listen(port: number, host: string, pages?: Pages): Promise<number>;
  /** Takes nothing new, finishes what was begun, tells clients to come back, and closes the database. */
  close(): Promise<void>;
};

/** Connections that may wait to be let in: a class that comes back at once; the system may allow fewer. */
const BACKLOG = 65_535;
const MESSAGES_PER_SECOND = 300;
/** A newsletter of 4 MB through a slow line. Nginx in front waits as long (deploy/nginx.conf). */
const REQUEST_WITHIN = 60_000;
/** How long a stop waits for requests that are under way, in milliseconds. */
const FINISH_WITHIN = 1_000;
/** How often what is old is looked for, in milliseconds. */
const FORGET_EVERY = 60 * 60 * 1_000;
const OWN_PATHS = /^\/(api\/|healthz$|readyz$|metrics$)/u;

export function createApp({
  database,
  clock,
  ids,
  log,
  secret,
  publicUrl,
  trustProxy,
  lanAddress,
  frameAncestors = [],
  isDevelopment = false,
  redis,
  retentionDays,
  metricsToken,
  messagesPerSecond = MESSAGES_PER_SECOND,
  requestWithin = REQUEST_WITHIN,
  oidc,
}: AppParts): App {
  const addressing = { publicUrl, trustProxy };
  if (publicUrl?.startsWith("https:") && !trustProxy)
    log.warn(
      "PUBLIC_URL is https, so there is a proxy, but TRUST_PROXY is not set: everybody counts as one address, and limits are shared by all. Set TRUST_PROXY=true where the proxy sets X-Forwarded-For.",
    );
  const metrics = createMetrics();
  const background = createBackground(log);
  const store = createStore(database, {
    onStored: (casts) => live.voted(casts),
    ballots: metrics.ballots,
    seats: metrics.seats,
  });
  const limits = createLimits(redis);
  const instructors = createInstructors({
    database,
    secret,
    publicUrl,
    limits,
    ids,
    clock,
    oidc,
  });
  const invitations = createInvitations({ database, instructors, clock, ids });
  const tickets = createTickets(secret, clock);
  const caller = createCaller(instructors, tickets, addressing);

  let pages: Pages = (_request, response) => response.writeHead(404).end();
  const server = patient(requestWithin, (request, response) => {
    const [path = ""] = (request.url ?? "").split("?");
    if (OWN_PATHS.test(path)) void answerHttp(request, response);
    else pages(request, response);
  });
  const traffic = { framesHeard: 0, unheardBytes: 0 };
  const { io, limitOf } = createSockets(server, { tickets, addressing, redis, traffic });
  // Before Socket.IO, which answers its own requests.
  server.prependListener("request", createGuard({ ...addressing, frameAncestors, isDevelopment }));
  const live = createLive(io, { store, clock }, { redis, background, told: metrics.told, log });
  const { rooms, secondLook, timers, announce } = live;
  const parts: Parts = { store, clock, ids, seatOfPass: createSeatOfPass(secret), limits, announce };
  const storage = watchStorage(io, database, log);
  database.watch((working) => {
    if (working) live.refresh();
  });
  metrics.connections(rooms.connections);
  metrics.gauge(
    "frames_heard",
    "WebSocket frames and packets of long polling that were heard, since the start.",
    () => traffic.framesHeard,
  );
  metrics.gauge(
    "unheard_bytes",
    "Bytes read from WebSockets and not handled yet.",
    () => traffic.unheardBytes,
  );
  metrics.gauge("storage_working", "1 where something can be stored, and 0 where not.", () =>
    Number(storage.isWorking()),
  );
  if (redis)
    metrics.gauge("redis_here", "1 where Redis answers, and 0 where not.", () => Number(redis.isHere()));
  const http = createHttp({
    parts,
    caller,
    tickets,
    instructors,
    invitations,
    limits,
    guesses: createGuesses(limits, secret),
    codes: createSignInCodes({ database, secret, clock, ids }),
    onSignedOut: (instructorId) => background.run(live.signedOut(instructorId)),
    addressing,
    frameAncestors,
    redis,
    metrics,
    metricsToken,
    log,
  });
  const answerHttp = getRequestListener(http.fetch);
  const door = createDoor({ parts, caller, instructors, invitations, rooms, lanAddress });
  openDoor(door);
  admit(io, { parts, rooms, secondLook, caller, limitOf, log, messagesPerSecond });

  const forgetting = setInterval(() => background.run(forget()), FORGET_EVERY);
  forgetting.unref();
  async function forget(): Promise<void> {
    const sessions = retentionDays === undefined ? 0 : await forgetOld(parts, retentionDays);
    if (sessions > 0) log.info({ sessions }, "old sessions were deleted");
    await store.accounts.forgetExpired(clock());
    await database.scrub();
  }

  return {
    server,
    instructors,
    door,
    routes: http.routes,
    async listen(port, host, servePages) {
      const at = () => server.address() as AddressInfo;
      if (servePages) pages = shareJoinPage(servePages, at, askForSession(parts, caller));
      await timers.restore();
      background.run(forget());
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen({ port, host, backlog: BACKLOG }, resolve);
      });
      return (server.address() as AddressInfo).port;
    },
    async close() {
      clearInterval(forgetting);
      storage.stop();
      // Whatever arrived before is answered before its socket closes; the close makes clients come back.
      await database.settled();
      await live.stop();
      // Closed below Socket.IO: a client that is disconnected by name would not come back by itself.
      io.engine.close();
      await new Promise<void>((resolve) => {
        void io.close(() => resolve());
        server.closeIdleConnections();
        // Requests that are under way may end; whoever takes longer comes back elsewhere.
        setTimeout(() => server.closeAllConnections(), FINISH_WITHIN);
      });
      await background.settled();
      await live.leave();
      await database.close();
      redis?.close();
    },
  };
}

/** Ends upgrades that nobody owns; Engine.IO leaves them open, because in development Next has one of its own. */
export function refuseOtherUpgrades(server: App["server"]): void {
  server.on("upgrade", (request, socket) => {
    if (!request.url?.startsWith(`${SOCKET_PATH}/`))
      socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
  });
}
