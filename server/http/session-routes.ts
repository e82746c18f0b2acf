import { type Context, Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { TABLES } from "#debate/protocol/answers/export-tables.ts";
import type { MadeLink, Opened } from "#debate/protocol/answers/sessions.ts";
import { CastBallot, parse, ShowStep } from "#debate/protocol/messages.ts";
import { JoinRequest, OpenRequest } from "#debate/protocol/requests.ts";
import { linkPath, linksOf } from "#debate/rules/link-paths.ts";
import { type Result, refuse, tooOften } from "#debate/rules/result.ts";
import { LINKS, type Link } from "#debate/rules/rights.ts";
import { planOf } from "#server/activities/index.ts";
import { type Body, isForm, LONG_BODY_BYTES, readBody, readJson } from "#server/http/body.ts";
import type { Caller } from "#server/http/caller.ts";
import type { Checks } from "#server/http/checks.ts";
import { checkCookie } from "#server/http/cookie-check.ts";
import { exportFile, formOf, tableFile } from "#server/http/export-file.ts";
import { downloadHeader } from "#server/http/file-name.ts";
import { passRoutes } from "#server/http/pass-routes.ts";
import { createPhoneQueue } from "#server/http/phone-queue.ts";
import { positionsRoutes } from "#server/http/positions-routes.ts";
import { cachedJson, refusal } from "#server/http/reply.ts";
import { timelineRoutes } from "#server/http/timeline-routes.ts";
import { wordsRoutes } from "#server/http/vote-routes.ts";
import { COOKIE_AGE, seatCookie, type Tickets } from "#server/identity/tickets.ts";
import { type Log, refusalOf } from "#server/platform/failures.ts";
import type { Rehearsals } from "#server/rehearsal/rehearsals.ts";
import type { Audit } from "#server/sessions/audit.ts";
import { cast, castByForm } from "#server/sessions/cast.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { drawnIds } from "#server/sessions/drawn-ids.ts";
import { exportRows } from "#server/sessions/export.ts";
import { cardOf, makeKnown, sessionByCode } from "#server/sessions/identify.ts";
import { join } from "#server/sessions/join.ts";
import { rolesIn, setKey } from "#server/sessions/links.ts";
import { deleteSession } from "#server/sessions/moderate.ts";
import { openOnce, openSession } from "#server/sessions/open.ts";
import { phonePage, seatedPage } from "#server/sessions/phone.ts";
import { review } from "#server/sessions/review.ts";
import { nameToSelf } from "#server/sessions/snapshot.ts";
import { showStep } from "#server/sessions/step.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** [L1] How many ballots a seat may send by HTTP. */
const FORMS = { max: 1_500, window: 10 };

type Options = { caller: Caller; tickets: Tickets; rehearsals: Rehearsals; audit: Audit; log: Log };

export function sessionRoutes(
  parts: Dependencies,
  checks: Checks,
  { caller, tickets, rehearsals, audit, log }: Options,
): Hono {
  const visitor = ({ req }: Context) => caller.visitor(req.raw.headers, { key: req.query("key") });
  const find = (context: Context) => sessionByCode(parts, context.req.param("code") ?? "", visitor(context));
  const { named, hosted } = checks;
  const phoneAnswer = createPhoneQueue(parts.limits);

  /** [A2] The link in a host's request. */
  const linked = createMiddleware<{ Variables: { link: Link } }>(async (context, next) => {
    const link = LINKS.find((each) => each === context.req.param("link"));
    if (!link) return refusal(context, { code: "not-found" });
    context.set("link", link);
    return next();
  });

  /** [W1] A vote's or a seat's body is read before session, seat and limits are looked up. */
  const bodied = createMiddleware<{ Variables: { body: Body } }>(async (context, next) => {
    const body = await readBody(context);
    if (!body.ok) return isForm(context) ? toPhone(context, body) : refusal(context, body);
    context.set("body", body.value);
    return next();
  });

  // A plain form is redirected back to its page even after a failure.
  const failed = (context: Context) => (error: unknown) =>
    refusalOf(error, log, `a request for ${context.req.path} failed`);

  return new Hono()
    .post("/", checks.signedIn, async (context) => {
      const request = await readJson(context, OpenRequest, LONG_BODY_BYTES);
      if (!request.ok) return refusal(context, request);
      const { id } = context.var.instructor;
      const open = () => openSession(parts, id, request.value);
      const isRehearsal = "simulated" in request.value && request.value.simulated !== undefined;
      const opened = await openOnce(parts, id, request.value.id, () =>
        isRehearsal ? rehearsals.open(id, open) : open(),
      );
      if (!opened.ok) return refusal(context, opened);
      const { code } = opened.value;
      return context.json(
        { code, urls: urlsOf(caller.origin(context.req.raw.headers), opened.value) } satisfies Opened,
        201,
      );
    })
    .get("/:code", named, async (context) => context.json(await cardOf(parts, context.var.session)))
    .delete("/:code", hosted, async (context) => {
      await deleteSession(parts, context.var.session.id, { actor: "host", at: parts.clock() });
      return context.body(null, 204);
    })
    .post("/:code/links/:link", hosted, linked, async (context) => {
      const { session, link } = context.var;
      const key = parts.ids.key();
      const made = await setKey(parts, session.id, link, key);
      if (!made.ok) return refusal(context, made);
      const origin = caller.origin(context.req.raw.headers);
      return context.json({ url: origin + linkPath(session.code, link, key) } satisfies MadeLink, 201);
    })
    .delete("/:code/links/:link", hosted, linked, async (context) => {
      const taken = await setKey(parts, context.var.session.id, context.var.link, null);
      return taken.ok ? context.body(null, 204) : refusal(context, taken);
    })
    .route("/:code/debate", positionsRoutes(parts, checks, caller))
    .route("/", wordsRoutes(parts, checks))
    .route("/:code/passes", passRoutes(parts, checks, { originOf: caller.origin, audit }))
    .route("/:code/timeline", timelineRoutes(parts, checks, caller))
    .post("/:code/join", bodied, async (context) => {
      const { body } = context.var;
      const isBrowser = body.isForm || context.req.query("cookie") === "needed";
      const checked = isBrowser ? checkCookie(context) : null;
      if (checked instanceof Response) return checked;
      const session = checked ?? (await find(context));
      const answered = session.ok
        ? await seatFor(context, session.value, body).catch(failed(context))
        : session;
      if (body.isForm) return toPhone(context, answered, "?seated=1");
      if (!answered.ok) return refusal(context, answered);
      const { joined, ...seat } = answered.value;
      // [W13] Confirm a taken seat in any case: the phone can ask for the rest again.
      const phone =
        session.ok && context.req.query("with") === "phone"
          ? await phoneAnswer({ address: visitor(context).address, seatId: joined.participant.id }, () =>
              seatedPage(parts, session.value, joined),
            ).catch(failed(context))
          : null;
      return context.json({ ...seat, ...(phone?.ok && { phone: phone.value }) }, joined.isNew ? 201 : 200);
    })
    .post("/:code/ballot", bodied, async (context) => {
      const session = await find(context);
      const { body } = context.var;
      const answered = session.ok
        ? await castFrom(context, session.value, body).catch(failed(context))
        : session;
      if (body.isForm) return toPhone(context, answered);
      return answered.ok ? context.json(answered.value) : refusal(context, answered);
    })
    .get("/:code/phone", named, async (context) => {
      const { session } = context.var;
      const { address, seatId: seatIn } = visitor(context);
      const seatId = seatIn(session);
      const page = await phoneAnswer({ address, seatId }, () => phonePage(parts, session, seatId));
      return page.ok ? context.json(page.value) : refusal(context, page);
    })
    .get("/:code/results", named, async (context) => {
      const { session } = context.var;
      const { key, as } = context.req.query();
      const shown = await caller.shows(context.req.raw.headers, session, key);
      const roles = await rolesIn(parts, session, shown);
      // The host's projector shows only what the class may read.
      const hostAs = as === "class" ? "reviewer" : as === "screen" ? "screen" : "host";
      const asked = roles.map((role) => (role === "host" ? hostAs : role));
      const results = await review(parts, session, asked);
      if (!results.ok) return refusal(context, results, 403);
      // [L15] Browsers cache it and revalidate.
      context.header("cache-control", "private, no-cache");
      return cachedJson(context, results.value);
    })
    .post("/:code/step", hosted, async (context) => {
      const to = await readJson(context, ShowStep);
      const shown = to.ok ? await showStep(parts, context.var.session.id, to.value) : to;
      return shown.ok ? context.json(shown.value) : refusal(context, shown);
    })
    .get("/:code/export", hosted, async (context) => {
      const { session } = context.var;
      const table = TABLES.find((each) => each === context.req.query("table"));
      if (!table)
        return refusal(context, { code: "malformed", message: `table: one of ${TABLES.join(", ")}` });
      const form = formOf(context);
      if (!form.ok) return refusal(context, form);
      const { format, withNames } = form.value;
      const exported = await exportRows(parts, session, table, withNames ? null : drawnIds(parts.ids.uuid));
      if (!exported.ok) return refusal(context, exported);
      await audit.exported(session, table, withNames);
      // Browsers show JSON as a page.
      const how = format === "csv" ? "attachment" : "inline";
      context.header("content-disposition", downloadHeader(session, tableFile(table, form.value), how));
      const planned = await planOf(parts, session);
      const { body, type } = exportFile(format, table, exported.value, planned?.hash);
      return context.body(body, 200, { "content-type": type });
    });

  async function seatFor(context: Context, session: SessionRecord, body: Body) {
    const request = parse(JoinRequest, body.input);
    if (!request.ok) return request;
    const who = visitor(context);
    const joined = await join(parts, session, {
      ...request.value,
      isForm: body.isForm,
      seatId: who.seatId(session),
      address: who.address,
    });
    if (!joined.ok) return joined;
    await makeKnown(parts, session, who);
    const { participant } = joined.value;
    const ticket = tickets.issue(participant.id);
    context.header(
      "set-cookie",
      `${seatCookie(session.code)}=${ticket}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${COOKIE_AGE}`,
    );
    return {
      ok: true as const,
      value: {
        participantId: participant.id,
        name: nameToSelf(session, participant),
        ticket,
        joined: joined.value,
      },
    };
  }

  async function castFrom(context: Context, session: SessionRecord, body: Body) {
    const ballot = parse(CastBallot, body.isForm ? fromFields(body.input) : body.input);
    if (!ballot.ok) return ballot;
    const participantId = caller.seatId(context.req.raw.headers, session);
    if (participantId === null) return refuse("unauthorized");
    const { retryAfter } = await parts.limits.consume("form", participantId, FORMS);
    if (retryAfter !== null) return tooOften(retryAfter);
    const store = body.isForm ? castByForm : cast;
    return store(parts, { sessionId: session.id, participantId }, ballot.value);
  }
}

/** Redirects a plain form back to its page, with the refusal or `done` in the URL. */
function toPhone(context: Context, answered: Result<unknown>, done = ""): Response {
  const page = `/s/${encodeURIComponent(context.req.param("code") ?? "")}`;
  return context.redirect(page + (answered.ok ? done : `?refused=${answered.code}`), 303);
}

/** A form's fields are all text, but two of a ballot's are numbers. */
function fromFields(fields: unknown): unknown {
  const { seq, confidence, ...rest } = fields as Record<string, string | undefined>;
  return { ...rest, seq: Number(seq), ...(confidence !== undefined && { confidence: Number(confidence) }) };
}

export function pathsOf(code: string) {
  return {
    join: `/s/${code}`,
    host: `/host/${code}`,
    screen: `/screen/${code}`,
    results: `/results/${code}`,
  };
}

function urlsOf(origin: string, session: SessionRecord) {
  const { join, host, results } = pathsOf(session.code);
  const { screen } = linksOf(session);
  return { join: origin + join, host: origin + host, screen: origin + screen, results: origin + results };
}
