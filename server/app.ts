import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Release } from "#debate/protocol/answers/health.ts";
import { present } from "#debate/rules/present.ts";
import type { AppParts } from "#server/app/app-parts.ts";
import { createLifecycle } from "#server/app/lifecycle.ts";
import { createFileReader } from "#server/files/file-reader.ts";
import { createCaller } from "#server/http/caller.ts";
import { createFixedAnswers, FIXED_ROUTES } from "#server/http/fixed-answers.ts";
import { createGuard } from "#server/http/guard.ts";
import { createHttp } from "#server/http/http.ts";
import { closeIfUnread, createFinish, createHttpServer } from "#server/http/http-server.ts";
import { createInvalidRequests, withDecodablePath } from "#server/http/invalid-requests.ts";
import { isMisdirected, named, printedAddresses, toHeaders } from "#server/http/origin.ts";
import { createSharedPages, findSession, type Pages } from "#server/http/shared-pages.ts";
import { createGuesses } from "#server/identity/guesses.ts";
import { createInstructors } from "#server/identity/instructors.ts";
import { createInvitations } from "#server/identity/invitations.ts";
import {
  createClaimHash,
  createSeatOfClaim,
  createSeatOfLaunch,
  createSeatOfPass,
  createWordsId,
} from "#server/identity/keyed-ids.ts";
import { createProjectorCodes } from "#server/identity/projector-codes.ts";
import { createResetMail } from "#server/identity/reset-mail.ts";
import { createResets } from "#server/identity/resets.ts";
import { createSignInCodes } from "#server/identity/sign-in-codes.ts";
import { createTickets } from "#server/identity/tickets.ts";
import { libraryDebates } from "#server/library/library.ts";
import { createLive } from "#server/live/live.ts";
import { watchStorage } from "#server/live/storage-status.ts";
import { createLti } from "#server/lti/lti.ts";
import type { PageApi } from "#server/pages/page-api.ts";
import type { PartyOf } from "#server/pages/page-queue.ts";
import { createPageApi } from "#server/pages/page-reads.ts";
import { addressOf, neighbourhood } from "#server/platform/address.ts";
import { createBackground } from "#server/platform/background.ts";
import { createExpiringStore } from "#server/platform/expiring-store.ts";
import { createLimits } from "#server/platform/limits.ts";
import { createMetrics, reportGauges } from "#server/platform/metrics.ts";
import { createOutgoing } from "#server/platform/outgoing.ts";
import { createTurns } from "#server/platform/slices.ts";
import { createRehearsals } from "#server/rehearsal/rehearsals.ts";
import { createAudit } from "#server/sessions/audit.ts";
import type { Dependencies, Ids } from "#server/sessions/dependencies.ts";
import { deleteRehearsals } from "#server/sessions/rehearsal.ts";
import { createSigning } from "#server/sessions/summary/signing.ts";
import { admit, createSockets, isForSockets } from "#server/sockets/sockets.ts";
import { countedWrites } from "#server/store/counted-writes.ts";
import { createStore } from "#server/store/store.ts";

export type App = {
  server: Server;
  instructors: ReturnType<typeof createInstructors>;
  pageApi: PageApi;
  /** The routes that are not pages. */
  routes: { method: string; path: string }[];
  partyOf: PartyOf;
  /** Called with each process that makes pages, to measure it. */
  onPagesStarted(pid: number | undefined): void;
  /** Listens, and resolves with the port; with 0 the system chooses one. */
  listen(port: number, host: string, pages?: Pages): Promise<number>;
  /** Refuses new requests, finishes those in progress, tells clients to reconnect, and closes the database. */
  close(): Promise<void>;
};

/** [L15] How long requests are started in one turn of the event loop, in milliseconds. */
const SLICE_OF_REQUESTS = 0.25;
const MESSAGES_PER_SECOND = 300;
const PHONES_PER_ADDRESS = 6_000;
/** The process that reads imported files, as tests and `npm run dev` run it. */
const FILE_CHILD = "server/files/file-child.ts";
/** [L21] How many bytes of files an instructor may keep. */
const FILE_QUOTA = 500 * 1024 * 1024;
const UNKNOWN_RELEASE: Release = { version: "0.0.0", build: "unknown" };
/** Enough for a newsletter of 4 MB on a slow line. nginx waits as long (deploy/nginx.conf). */
const REQUEST_WITHIN = 60_000;
/** [O8] Paths for machines, which use their own address of the server. */
const FOR_MACHINES = /^\/(healthz|readyz|metrics)$/u;
const OWN_PATHS = /^\/(api\/|lti\/|healthz$|readyz$|metrics$)/u;

export function createApp({
  database,
  clock,
  ids: given,
  log,
  secret,
  publicUrl,
  trustProxy,
  hosts = () => [],
  frameAncestors: ownSites = [],
  files = new Map(),
  isDevelopment = false,
  redis,
  retentionDays,
  contact,
  metricsToken,
  messagesPerSecond = MESSAGES_PER_SECOND,
  phonesPerAddress = PHONES_PER_ADDRESS,
  requestWithin = REQUEST_WITHIN,
  oidc,
  mail,
  hasher,
  fileChild = FILE_CHILD,
  fileQuota = FILE_QUOTA,
  isTemporary = false,
  insecurePlatforms = false,
  release = UNKNOWN_RELEASE,
}: AppParts): App {
  const addressing = {
    publicUrl,
    trustProxy,
    printed: () => printedAddresses((server.address() as AddressInfo).port, hosts()),
  };
  if (publicUrl?.startsWith("https:") && !trustProxy)
    log.warn(
      "PUBLIC_URL is https, so there is a proxy, but TRUST_PROXY is not set: all clients count as one address and share its limits. Set TRUST_PROXY=true if the proxy sets X-Forwarded-For.",
    );
  const ids: Ids = { ...given, ofWords: createWordsId(secret) };
  const metrics = createMetrics({ measuresProcess: !isTemporary });
  const background = createBackground(log);
  const store = createStore(database, {
    onStored: (casts) => live.voted(casts),
    onUnreadable: (err) => log.error({ err }, "a session is left out of its host's lists"),
    ballots: metrics.ballots,
    seats: metrics.seats,
    countWrite: metrics.countWrite,
  });
  const accounts = countedWrites(database, "accounts", metrics.countWrite);
  const limits = createLimits(redis);
  const audit = createAudit(store.audit, clock, log);
  const instructors = createInstructors({
    ...{ database: accounts, secret, publicUrl, limits, ids, clock, oidc, hasher, audit },
  });
  const invitations = createInvitations({ database: accounts, secret, instructors, clock, ids });
  const resets = createResets({ database: accounts, secret, instructors, clock, audit });
  const resetMail =
    mail && publicUrl
      ? createResetMail({ resets, mail, background, sending: createBackground(log), site: publicUrl })
      : null;
  const tickets = createTickets(secret, clock);
  const caller = createCaller(instructors, tickets, addressing);

  const odd = createInvalidRequests(log);
  let pages: Pages = (_request, response) => response.writeHead(404).end();
  const inTurn = createTurns(SLICE_OF_REQUESTS);
  const answersFixed = createFixedAnswers(files, { addressing, release });
  const frameAncestors = () => [...ownSites, ...lti.sites.all()];
  const guard = createGuard({ ...addressing, frameAncestors, isDevelopment });
  function answerRequest(request: IncomingMessage, response: ServerResponse): void {
    // A client that has left has no address.
    if (request.socket.destroyed || answersFixed(request, response)) return;
    guard(request, response);
    const [path = ""] = (request.url ?? "").split("?");
    if (odd.refusesTarget(request, response)) return;
    if (!FOR_MACHINES.test(path) && isMisdirected(request, addressing))
      response
        .writeHead(421, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" })
        .end(`This server answers as ${publicUrl} only.\n`);
    else if (OWN_PATHS.test(path)) {
      // A body may pause for longer while it arrives [L6].
      if (request.method === "GET") closeIfUnread(response);
      // [L23] Unless an answer says how long it may be cached.
      response.setHeader("cache-control", "no-store");
      void answerHttp(request, response);
    }
    // Next's development tools post to it.
    else if (isDevelopment || !odd.refusesMethod(request, response))
      pages(withDecodablePath(request), response);
  }
  const server = createHttpServer(
    requestWithin,
    (request, response) => void inTurn(() => answerRequest(request, response)),
  );
  const traffic = { framesReceived: 0 };
  const { io, limitOf } = createSockets(server, { tickets, addressing, traffic, inTurn, phonesPerAddress });
  // Socket.IO answers its own requests.
  server.prependListener("request", (request, response) => isForSockets(request) && guard(request, response));
  server.prependListener("request", metrics.countRequest);
  const finish = createFinish(server);
  const live = createLive(
    io,
    { store, clock, ids },
    { redis, background, countSnapshot: metrics.countSnapshot, log },
  );
  const { rooms, accessRecheck } = live;
  const parts: Dependencies = {
    store,
    clock,
    ids,
    seatOfPass: createSeatOfPass(secret),
    seatOfClaim: createSeatOfClaim(secret),
    seatOfLaunch: createSeatOfLaunch(secret),
    hashOfClaim: createClaimHash(secret),
    limits,
    phonesPerAddress,
    retentionDays,
    announce: {
      ...live.announce,
      erased(participantId) {
        live.announce.erased(participantId);
        background.run(lti.clearings.run()); // [Q65]
      },
    },
  };
  const storage = watchStorage(io, database, log);
  database.watch((working) => {
    if (working) live.catchUp();
  });
  metrics.connections(rooms.connections);
  const pagesProcess: { pid: number | undefined } = { pid: undefined };
  reportGauges(metrics, { release, traffic, storage, redis, database, pages: pagesProcess });
  const rehearsals = createRehearsals(parts, log);
  // [D41] Now, rather than in the first lesson.
  libraryDebates();
  const outgoing = createOutgoing({ isInsecure: insecurePlatforms });
  const lti = createLti({ parts, secret, outgoing, log });
  const http = createHttp({
    parts,
    files: createFileReader(fileChild),
    fileQuota,
    outgoing,
    rehearsals,
    caller,
    tickets,
    instructors,
    invitations,
    limits,
    guesses: createGuesses(limits, secret),
    codes: createSignInCodes({ database: accounts, secret, clock, ids }),
    resets,
    resetMail,
    audit,
    lti,
    signing: createSigning({ store, secret, clock }),
    publicUrl,
    projectorCodes: createProjectorCodes({
      secret,
      clock,
      ids,
      confirmed: createExpiringStore(redis, clock),
    }),
    onSignedOut(instructorId) {
      background.run(live.signedOut(instructorId));
      background.run(deleteRehearsals(parts, instructorId)); // [H3]
    },
    addressing,
    frameAncestors,
    redis,
    metrics,
    metricsToken,
    log,
  });
  const answerHttp = getRequestListener(http.fetch);
  const sharedPages = createSharedPages({
    at: () => server.address() as AddressInfo,
    host: publicUrl && new URL(publicUrl).host,
    find: findSession(parts, caller),
  });
  const pageApi = createPageApi({
    parts,
    caller,
    instructors,
    invitations,
    resets,
    sendsMail: resetMail !== null,
    rooms,
    site: { release, ...present({ contact }) },
  });
  admit(io, { parts, rooms, accessRecheck, caller, limitOf, log, messagesPerSecond });

  const lifecycle = createLifecycle({
    server,
    lti,
    finish,
    io,
    live,
    storage,
    database,
    background,
    parts,
    audit,
    redis,
    log,
  });

  return {
    server,
    instructors,
    pageApi,
    routes: [...FIXED_ROUTES, ...http.routes],
    /**
     * [L14] An instructor is one party at any address. A seat is a party within its address, because a school has one
     * address.
     */
    async partyOf(request) {
      if (sharedPages.isRendering(request)) return "first";
      const { headers } = request;
      const instructorId = await caller.instructorId(toHeaders(headers)).catch(() => null);
      if (instructorId !== null) return [`instructor ${instructorId}`, ""];
      return [neighbourhood(addressOf(named(headers))), tickets.seatIn(headers.cookie) ?? ""];
    },
    onPagesStarted(pid) {
      pagesProcess.pid = pid;
    },
    listen(port, host, servePages) {
      // In development the source may have just changed.
      if (servePages) pages = isDevelopment ? servePages : sharedPages.serve(servePages);
      return lifecycle.start(port, host);
    },
    async close() {
      await rehearsals.stop();
      await lifecycle.stop();
    },
  };
}
