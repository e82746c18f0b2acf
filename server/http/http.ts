import { Hono } from "hono";
import type { FileReader } from "#server/files/file-reader.ts";
import { accountRoutes } from "#server/http/account-routes.ts";
import { auditRoutes } from "#server/http/audit-routes.ts";
import type { Caller } from "#server/http/caller.ts";
import { createChecks } from "#server/http/checks.ts";
import { classListRoutes } from "#server/http/class-list-routes.ts";
import { classRoutes } from "#server/http/class-routes.ts";
import { compareRoutes } from "#server/http/compare-routes.ts";
import { readDeadline } from "#server/http/deadline.ts";
import { debateLinkRoutes, sharedRoutes } from "#server/http/debate-link-routes.ts";
import { debateRoutes } from "#server/http/debate-routes.ts";
import { guardCookies } from "#server/http/guard.ts";
import { importRoutes } from "#server/http/import-routes.ts";
import { instructorRoutes } from "#server/http/instructor-routes.ts";
import { invitationRoutes } from "#server/http/invitation-routes.ts";
import { languageRoutes } from "#server/http/language-routes.ts";
import { answerLaunch } from "#server/http/lti/answer-launch.ts";
import { sessionLinkRoutes, visitRoutes } from "#server/http/lti/course-routes.ts";
import { launchRoutes } from "#server/http/lti/launch-routes.ts";
import { platformRoutes, registrationRoutes } from "#server/http/lti/registration-routes.ts";
import { gradeRoutes, rosterRoutes } from "#server/http/lti/roster-routes.ts";
import { managedAccountRoutes } from "#server/http/managed-account-routes.ts";
import { markRoutes } from "#server/http/mark-routes.ts";
import { noteRoutes } from "#server/http/note-routes.ts";
import { oidcRoutes } from "#server/http/oidc-routes.ts";
import { type Addressing, isOwnOrigin, LOOPBACK_ADDRESS } from "#server/http/origin.ts";
import { packageRoutes } from "#server/http/package-routes.ts";
import { participationRoutes } from "#server/http/participation-routes.ts";
import { projectorRoutes } from "#server/http/projector-routes.ts";
import { refusedPasswords } from "#server/http/refused-passwords.ts";
import { countRefusedSignIns } from "#server/http/refused-sign-ins.ts";
import { refusal } from "#server/http/reply.ts";
import { resetRoutes } from "#server/http/reset-routes.ts";
import { cardRoutes, seatDataRoutes } from "#server/http/seat-routes.ts";
import { secondFactorRoutes } from "#server/http/second-factor-routes.ts";
import { sessionClassRoutes } from "#server/http/session-class-routes.ts";
import { sessionRoutes } from "#server/http/session-routes.ts";
import { summaryRoutes } from "#server/http/summary-routes.ts";
import { templateRoutes } from "#server/http/template-routes.ts";
import { paperRoutes } from "#server/http/vote-routes.ts";
import type { Guesses } from "#server/identity/guesses.ts";
import type { Instructors } from "#server/identity/instructors.ts";
import type { Invitations } from "#server/identity/invitations.ts";
import type { ProjectorCodes } from "#server/identity/projector-codes.ts";
import type { ResetMail } from "#server/identity/reset-mail.ts";
import type { Resets } from "#server/identity/resets.ts";
import type { SignInCodes } from "#server/identity/sign-in-codes.ts";
import type { Tickets } from "#server/identity/tickets.ts";
import type { Lti } from "#server/lti/lti.ts";
import { addressOf } from "#server/platform/address.ts";
import { type Log, refusalOf } from "#server/platform/failures.ts";
import type { Limits } from "#server/platform/limits.ts";
import type { Metrics } from "#server/platform/metrics.ts";
import type { Outgoing } from "#server/platform/outgoing.ts";
import type { Redis } from "#server/platform/redis.ts";
import { secretsMatch } from "#server/platform/secrets-match.ts";
import { storageFailure } from "#server/platform/storage-failures.ts";
import type { Rehearsals } from "#server/rehearsal/rehearsals.ts";
import type { Audit } from "#server/sessions/audit.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { Signing } from "#server/sessions/summary/signing.ts";

const PROXIED = ["x-forwarded-for", "forwarded"];

/** [Q46] [O7] What other sites may post to: nothing is believed of it but what their keys signed. */
const FROM_PLATFORMS = /^\/lti\/(login|launch)$/u;

const FOREIGN =
  "This request comes from another site, or by a proxy that PUBLIC_URL and TRUST_PROXY do not tell of.";

type Options = {
  parts: Dependencies;
  files: FileReader;
  /** [L21] How many bytes of files an instructor may keep. */
  fileQuota: number;
  outgoing: Outgoing;
  rehearsals: Rehearsals;
  caller: Caller;
  tickets: Tickets;
  instructors: Instructors;
  invitations: Invitations;
  limits: Limits;
  guesses: Guesses;
  codes: SignInCodes;
  resets: Resets;
  resetMail: ResetMail | null;
  audit: Audit;
  lti: Lti;
  signing: Signing;
  publicUrl: string | undefined;
  projectorCodes: ProjectorCodes;
  onSignedOut: (instructorId: string) => void;
  addressing: Addressing;
  frameAncestors: () => readonly string[];
  redis: Redis | null;
  metrics: Metrics;
  metricsToken: string | undefined;
  log: Log;
};

/** All HTTP routes that are not pages. */
export function createHttp({
  parts,
  files,
  fileQuota,
  outgoing,
  rehearsals,
  caller,
  tickets,
  instructors,
  invitations,
  limits,
  guesses,
  codes,
  resets,
  resetMail,
  audit,
  lti,
  signing,
  publicUrl,
  projectorCodes,
  onSignedOut,
  addressing,
  frameAncestors,
  redis,
  metrics,
  metricsToken,
  log,
}: Options): Hono {
  const checks = createChecks(parts, caller, instructors.isOwner);
  const { languageOf } = parts.store.accounts;
  const signingIn = {
    ...{ languageOf, checks, instructors, caller, guesses, codes, onSignedOut, audit, log },
  };

  return new Hono()
    .onError((error, context) => {
      return refusal(context, refusalOf(error, log, `a request for ${context.req.path} failed`));
    })
    .notFound((context) => refusal(context, { code: "not-found" }))
    .use("*", async (context, next) => {
      const isRead = ["GET", "HEAD"].includes(context.req.method);
      const isOwn = isOwnOrigin(context.req.raw.headers, addressing) || FROM_PLATFORMS.test(context.req.path);
      if (!isRead && !isOwn)
        return refusal(context, { code: "forbidden", message: FOREIGN, fields: ["origin"] });
      const until = readDeadline(context, parts.clock);
      if (!until.ok) return refusal(context, until);
      await next();
      guardCookies(context.res, context.req.raw.headers, { ...addressing, frameAncestors });
      return undefined;
    })
    .use("/api/auth/*", countRefusedSignIns(metrics.countRefusedSignIn))
    .get("/api/time", (context) => {
      context.header("cache-control", "no-store");
      return context.json({ now: parts.clock() });
    })
    .get("/readyz", async (context) => {
      const asked = Object.entries({ database: parts.store.ping, ...(redis && { redis: redis.ping }) });
      const answers = await Promise.allSettled(asked.map(([, ping]) => ping()));
      const failing = asked.flatMap(([name], index) => (answers[index]?.status === "rejected" ? [name] : []));
      if (failing.length === 0) return context.json({ ok: true });
      const [database] = answers;
      const reason = database?.status === "rejected" ? storageFailure(database.reason) : undefined;
      return context.json({ ok: false, failing, reason }, 503);
    })
    .get("/metrics", async (context) => {
      const { headers } = context.req.raw;
      // A proxy on this machine also connects from here. Its headers say that it asks for someone else, even if it
      // isn't trusted.
      const isProxied = PROXIED.some((name) => headers.has(name));
      const isOwn = LOOPBACK_ADDRESS.test(addressOf(headers)) && !isProxied;
      const knows =
        metricsToken && secretsMatch(context.req.header("authorization") ?? "", `Bearer ${metricsToken}`);
      if (!isOwn && !knows) return refusal(context, { code: "forbidden" });
      const { registry } = metrics;
      return context.body(await registry.metrics(), 200, { "content-type": registry.contentType });
    })
    .route("/api", languageRoutes(parts, caller))
    .route("/", refusedPasswords(instructors.isOidcOnly))
    .route("/api", instructorRoutes(signingIn))
    .route("/api/auth/two-factor", secondFactorRoutes(signingIn, parts.clock))
    .route("/api/instructors", managedAccountRoutes(parts, { checks, instructors, onSignedOut }))
    .route("/api/invitations", invitationRoutes(invitations, checks, { instructors, caller, guesses }))
    .route("/api/reset", resetRoutes({ resets, resetMail, onSignedOut }, { instructors, caller, guesses }))
    .route(
      "/api/account",
      accountRoutes(parts, { checks, caller, instructors, guesses, codes, resets, audit }),
    )
    .route("/api/account/audit", auditRoutes(parts, checks, audit))
    .route("/api/oidc", oidcRoutes({ instructors, caller, limits }, log))
    .route("/api/debates", importRoutes(parts, checks, { files, fileQuota, outgoing }))
    .route("/api/debates", debateLinkRoutes(parts, checks, caller.origin))
    .route("/api/shared", sharedRoutes(parts))
    .route("/api/debates", debateRoutes(parts, checks))
    .route("/api/classes", classListRoutes(parts, checks, files))
    .route("/api/classes", classRoutes(parts, checks))
    .route("/api/templates", templateRoutes(parts, checks))
    .route("/api/compare", compareRoutes({ ...parts, signing }, checks))
    .route("/api", projectorRoutes(parts, checks, projectorCodes))
    .route("/api/sessions", seatDataRoutes(parts, checks))
    .route("/api/sessions", cardRoutes(parts, checks))
    .route("/api/sessions", noteRoutes(parts, checks))
    .route("/api/sessions", paperRoutes(parts, checks))
    .route("/api/sessions", participationRoutes(parts, checks, audit))
    .route("/api/sessions", packageRoutes(parts, checks, audit))
    .route("/api/sessions", summaryRoutes({ ...parts, signing, publicUrl }, checks, audit))
    .route("/api/sessions", markRoutes(parts, checks, audit))
    .route("/api/sessions", sessionClassRoutes(parts, checks, caller))
    .route("/lti", registrationRoutes(parts, lti, { caller, audit }))
    .route("/lti", launchRoutes(parts, lti, caller, answerLaunch(parts, lti, tickets)))
    .route("/api/lti/rosters", rosterRoutes(parts, lti, checks))
    .route("/api/lti", platformRoutes(parts, lti, checks, { caller, audit }))
    .route("/lti", visitRoutes(parts, lti, { caller, tickets }))
    .route("/api/sessions", sessionLinkRoutes(parts, checks))
    .route("/api/sessions", gradeRoutes(parts, lti, checks, audit))
    .route("/api/sessions", sessionRoutes(parts, checks, { caller, tickets, rehearsals, audit, log }));
}
