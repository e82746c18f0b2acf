import type { Context } from "hono";
import type { Refusal } from "#debate/rules/result.ts";
import type { Caller } from "#server/http/caller.ts";
import { coursePage, namePage } from "#server/http/lti/launch-pages.ts";
import type { AnswerLaunch } from "#server/http/lti/launch-routes.ts";
import { pickPage } from "#server/http/lti/pick-page.ts";
import { refusalPage } from "#server/http/lti/refusal-page.ts";
import type { LaunchRefusal } from "#server/http/lti/refusal-words.ts";
import { COOKIE_AGE, seatCookie, type Tickets } from "#server/identity/tickets.ts";
import type { Launch } from "#server/lti/launch.ts";
import { seatByLaunch } from "#server/lti/launched-seat.ts";
import type { Lti } from "#server/lti/lti.ts";
import { sessionOfLink } from "#server/lti/session-of-link.ts";
import { VISIT, type Visit } from "#server/lti/visits.ts";
import { addressOf, neighbourhood } from "#server/platform/address.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { CourseLink } from "#server/store/lti/link-rows.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Given = { caller: Caller; tickets: Tickets };

/** What a launch leads to: a seat for a student, and for an instructor a page of the link or one for picking. */
export function answerLaunch(parts: Dependencies, lti: Lti, { tickets }: Given): AnswerLaunch {
  return async (context, launch) => {
    const refuse = (reason: LaunchRefusal) => {
      lti.log.warn({ reason, issuer: launch.platform.issuer }, "a launch was refused");
      return refusalPage(context, reason, { returnUrl: launch.returnUrl, locale: launch.locale });
    };
    if (!launch.isInstructor && !launch.isLearner) return refuse("no-role");
    const { platform, sub } = launch;
    const visit = visitOf(parts, launch);
    const instructorId = launch.isInstructor
      ? await parts.store.platformPeople.instructorOf({ platformId: platform.id, sub })
      : null;
    if (launch.deepLink)
      return launch.isInstructor
        ? pickPage(context, parts, lti, { launch, visit, instructorId })
        : refuse("no-role");
    if (!launch.resourceLink) return refuse("claims");
    const link = await keepLink(parts, launch, instructorId);
    const found = launch.isLearner || instructorId !== null ? await sessionOfLink(parts, link, launch) : null;
    if (launch.isInstructor) {
      const session = found && "session" in found ? found.session : null;
      if (session && session.hostId !== instructorId) return refuse("other-instructor");
      const missing = found && "missing" in found ? found.missing : null;
      const given = { launch, link, instructorId, session, missing };
      return coursePage(context, parts, lti, { ...given, visit: { ...visit, linkId: link.id } });
    }
    if (!found || "missing" in found) return refuse(found?.missing ?? "no-session-yet");
    return takeSeat(context, parts, { tickets, lti }, found.session, {
      ...{ visit: { ...visit, linkId: link.id }, name: launch.name, locale: launch.locale },
      refuse,
    });
  };
}

type Taking = {
  visit: Visit;
  name: string | null;
  locale: string | null;
  refuse: (reason: LaunchRefusal) => Response | Promise<Response>;
};

/** [Q52] Seats a student, and leads them to the session. [Q51] Asks for a name where the session needs one. */
export async function takeSeat(
  context: Context,
  parts: Dependencies,
  { tickets, lti }: { tickets: Tickets; lti: Lti },
  session: SessionRecord,
  { visit, name, locale, refuse }: Taking,
): Promise<Response> {
  const { platformId, sub, linkId = "" } = visit;
  const address = neighbourhood(addressOf(context.req.raw.headers));
  const seated = await seatByLaunch(parts, session, { platformId, linkId, sub, name, address });
  if (!seated.ok && seated.code === "malformed")
    return namePage(context, { token: lti.visits.issue("name", visit, VISIT), locale });
  if (!seated.ok) return refuse(REASONS[seated.code] ?? "session-closed");
  const ticket = tickets.issue(seated.value.participant.id);
  context.header("set-cookie", framedSeatCookie(session.code, ticket), { append: true });
  context.header("cache-control", "no-store");
  return context.redirect(`/s/${session.code}`, 303);
}

const REASONS: Partial<Record<Refusal, LaunchRefusal>> = {
  closed: "session-closed",
  removed: "removed",
  "too-many": "too-many",
  busy: "platform-silent",
};

/** [O4] The seat's cookie, as browsers send it in a frame of another site. */
function framedSeatCookie(code: string, ticket: string): string {
  return `${seatCookie(code)}=${ticket}; Path=/; HttpOnly; Secure; SameSite=None; Partitioned; Max-Age=${COOKIE_AGE}`;
}

function visitOf({ ids }: Dependencies, launch: Launch): Visit {
  const { platform, deploymentId, sub, name, context, deepLink } = launch;
  return {
    ...{ id: ids.uuid(), platformId: platform.id, deploymentId, sub },
    ...(name !== null && { name }),
    ...(context && { contextId: context.id }),
    ...(deepLink && { deepLink }),
  };
}

function keepLink(
  { store, ids }: Dependencies,
  launch: Launch,
  instructorId: string | null,
): Promise<CourseLink> {
  const { platform, deploymentId, resourceLink, context, lineItem, lineItems, memberships } = launch;
  const key = { platformId: platform.id, deploymentId, resourceLinkId: resourceLink?.id ?? "" };
  return store.courseLinks.keep(ids.uuid(), key, {
    ...{ lineItem, lineItems, memberships },
    ...{ title: resourceLink?.title ?? null, contextId: context?.id ?? null },
    contextTitle: context?.title ?? null,
    ...(instructorId !== null && { instructorId }),
  });
}
