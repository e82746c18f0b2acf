import { type Context, Hono } from "hono";
import { UseLinkRequest } from "#debate/protocol/platform-requests.ts";
import { NAME_LENGTH, readName } from "#debate/rules/names.ts";
import { readBody, readJson } from "#server/http/body.ts";
import type { Caller } from "#server/http/caller.ts";
import type { Checks } from "#server/http/checks.ts";
import { answerInstructor } from "#server/http/lti/answer-instructor.ts";
import { takeSeat } from "#server/http/lti/answer-launch.ts";
import { accountPage, hostOf, namePage, plainPage, sessionPage } from "#server/http/lti/launch-pages.ts";
import { answerPick } from "#server/http/lti/pick-page.ts";
import { refusalPage } from "#server/http/lti/refusal-page.ts";
import type { LaunchRefusal } from "#server/http/lti/refusal-words.ts";
import { refusal } from "#server/http/reply.ts";
import type { Tickets } from "#server/identity/tickets.ts";
import { leadToSession, linksOfSession, unlink } from "#server/lti/course-links.ts";
import { NewSession } from "#server/lti/item-content.ts";
import type { Lti } from "#server/lti/lti.ts";
import { openAgain } from "#server/lti/session-of-link.ts";
import type { VisitKind } from "#server/lti/visits.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

type Given = { caller: Caller; tickets: Tickets };
type Fields = Record<string, string | undefined>;

/** [Q47] What the pages after a launch lead to. Their token says who came by which launch: frames may have no cookies. */
export function visitRoutes(parts: Dependencies, lti: Lti, { caller, tickets }: Given): Hono {
  const { store, clock } = parts;

  async function visited(context: Context, kind: VisitKind) {
    const body = await readBody(context);
    const fields: Fields = body.ok && body.value.isForm ? (body.value.input as Fields) : {};
    const token = fields.t ?? "";
    const found = lti.visits.read(kind, token);
    const platform = found && (await store.platforms.byId(found.visit.platformId));
    if (!found || !platform) return null;
    const { locale = null } = found.visit;
    const refuse = (reason: LaunchRefusal, results?: string) => {
      lti.log.warn({ reason, issuer: platform.issuer }, "a launch was refused");
      return refusalPage(context, reason, { locale, results });
    };
    return { ...found, platform, token, fields, refuse, locale };
  }
  /** The instructor of a link's page, and the link. */
  async function atLink(context: Context) {
    const found = await visited(context, "course");
    const instructorId = found && (await store.platformPeople.instructorOf(found.visit));
    const link = found?.visit.linkId ? await store.courseLinks.byId(found.visit.linkId) : null;
    return found && instructorId && link ? { ...found, instructorId, link } : null;
  }
  const over = (context: Context) => plainPage(context, "visitOver", 400);
  /** [Q47] Connecting and picking happen once for each launch. */
  const isFirst = (kind: VisitKind, { visit, until }: { visit: { id: string }; until: number }) =>
    store.platformPeople.takeOnce(`${kind}:${visit.id}`, until, clock());

  return new Hono()
    .get("/account", async (context) => {
      const token = context.req.query("t") ?? "";
      const found = lti.visits.read("account", token);
      const platform = found && (await store.platforms.byId(found.visit.platformId));
      if (!found || !platform) return over(context);
      const instructor = await caller.instructor(context.req.raw.headers);
      if (!instructor) {
        const next = `/lti/account?t=${token}`;
        return context.redirect(`/sign-in?next=${encodeURIComponent(next)}`, 303);
      }
      const { email } = instructor;
      return accountPage(context, { token, name: found.visit.name, platform: hostOf(platform), email });
    })
    .post("/account", async (context) => {
      const found = await visited(context, "account");
      const instructor = await caller.instructor(context.req.raw.headers);
      if (!found || !instructor || !(await isFirst("account", found))) return over(context);
      const { platformId, sub } = found.visit;
      await store.platformPeople.connect({ platformId, sub }, instructor.id, clock());
      return plainPage(context, "connected", 200);
    })
    .post("/name", async (context) => {
      const found = await visited(context, "name");
      const link = found?.visit.linkId ? await store.courseLinks.byId(found.visit.linkId) : null;
      if (!found || !link) return over(context);
      const session = link.sessionId === null ? null : await store.sessions.byId(link.sessionId);
      const { fields, token, visit, refuse, locale } = found;
      if (!session) return refuse("session-deleted");
      const { name = "" } = fields;
      if (readName(name) === null || [...name].length > NAME_LENGTH)
        return namePage(context, { token, locale, isFault: true });
      return takeSeat(context, parts, { tickets, lti }, session, { visit, name, refuse });
    })
    .post("/continue", async (context) => {
      const found = await visited(context, "course");
      return found ? answerInstructor(context, parts, lti, found) : over(context);
    })
    .post("/open", async (context) => {
      const found = await atLink(context);
      if (!found) return over(context);
      const { t: _, find, q: __, ...fields } = found.fields;
      if (find !== undefined)
        return answerInstructor(context, parts, lti, { ...found, chosen: found.fields });
      const chosen = fields.debateId === undefined ? null : NewSession.safeParse(fields).data;
      const opened = chosen === undefined ? null : await openAgain(parts, { ...found, chosen });
      if (opened?.ok) return sessionPage(context, parts, opened.value, { locale: found.locale });
      return opened?.code === "stale" ? over(context) : found.refuse("no-debate");
    })
    .post("/use", async (context) => {
      const found = await atLink(context);
      if (!found) return over(context);
      const { instructorId, link, fields, locale } = found;
      const session = await store.sessions.byCode(fields.code ?? "");
      const used = session?.hostId === instructorId ? await leadToSession(parts, session, link) : null;
      if (!session || !used) return over(context);
      if (used.ok) return sessionPage(context, parts, session, { locale });
      // The session was closed meanwhile, or the link leads to another one.
      return answerInstructor(context, parts, lti, found);
    })
    .post("/pick", async (context) => {
      const found = await visited(context, "pick");
      if (!found) return over(context);
      const { t: _, ...fields } = found.fields;
      const launchUrl = `${caller.openedOrigin(context.req.raw.headers)}/lti/launch`;
      const sent = { ...found, fields, launchUrl, isFirst: () => isFirst("pick", found) };
      return answerPick(context, parts, lti, sent);
    });
}

/** [Q55] `/api/sessions/:code/lti`: a session's links in courses, for its host. */
export function sessionLinkRoutes(parts: Dependencies, { hostedOnly }: Checks): Hono {
  return new Hono()
    .get("/:code/lti", hostedOnly, async (context) =>
      context.json(await linksOfSession(parts, context.var.session)),
    )
    .post("/:code/lti", hostedOnly, async (context) => {
      const request = await readJson(context, UseLinkRequest);
      if (!request.ok) return refusal(context, request);
      const { issuer, clientId, deploymentId, resourceLinkId } = request.value;
      const platform = (await parts.store.platforms.ofIssuer(issuer)).find(
        (each) => each.clientId === clientId,
      );
      if (!platform?.deploymentIds.includes(deploymentId))
        return refusal(context, { code: "not-found", message: "No such platform is registered here." });
      const key = { platformId: platform.id, deploymentId, resourceLinkId };
      const link =
        (await parts.store.courseLinks.byKey(key)) ??
        (await parts.store.courseLinks.keep(parts.ids.uuid(), key, {}));
      const used = await leadToSession(parts, context.var.session, link);
      if (!used.ok) return refusal(context, used);
      return context.json(await linksOfSession(parts, context.var.session));
    })
    .delete("/:code/lti/:id", hostedOnly, async (context) => {
      const removed = await unlink(parts, context.var.session, context.req.param("id"));
      return removed.ok ? context.body(null, 204) : refusal(context, removed);
    });
}
