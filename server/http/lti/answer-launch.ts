import type { Context } from "hono";
import type { Refusal } from "#debate/rules/result.ts";
import { answerInstructor } from "#server/http/lti/answer-instructor.ts";
import { namePage } from "#server/http/lti/launch-pages.ts";
import type { AnswerLaunch } from "#server/http/lti/launch-routes.ts";
import { refusalPage } from "#server/http/lti/refusal-page.ts";
import type { LaunchRefusal } from "#server/http/lti/refusal-words.ts";
import { COOKIE_AGE, seatCookie, type Tickets } from "#server/identity/tickets.ts";
import { ITEM_FIELD } from "#server/lti/item-content.ts";
import type { Launch } from "#server/lti/launch.ts";
import { seatByLaunch } from "#server/lti/launched-seat.ts";
import type { Lti } from "#server/lti/lti.ts";
import { sessionOfLink } from "#server/lti/session-of-link.ts";
import { VISIT, type Visit } from "#server/lti/visits.ts";
import { addressOf, neighbourhood } from "#server/platform/address.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { mayReview } from "#server/sessions/review.ts";
import type { CourseLink } from "#server/store/lti/link-rows.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Refuse = (reason: LaunchRefusal, results?: string) => Response | Promise<Response>;

/** What a launch leads to: a seat for a student, and for an instructor a page of the link or one for picking. */
export function answerLaunch(parts: Dependencies, lti: Lti, tickets: Tickets): AnswerLaunch {
  return async (context, launch) => {
    const refuse: Refuse = (reason, results) => {
      lti.log.warn({ reason, issuer: launch.platform.issuer }, "a launch was refused");
      return refusalPage(context, reason, { returnUrl: launch.returnUrl, locale: launch.locale, results });
    };
    if (!launch.isInstructor && !(launch.isLearner && launch.type !== "deep-link")) return refuse("no-role");
    const link = launch.resourceLink === null ? null : await keepLink(parts, launch, launch.resourceLink);
    const visit = visitOf(parts, launch, link);
    if (launch.isInstructor) return answerInstructor(context, parts, lti, { visit, refuse });
    if (!link) return refuse("claims");
    const found = await sessionOfLink(parts, link, visit);
    if ("missing" in found) return refuse(found.missing);
    return takeSeat(context, parts, { tickets, lti }, found.session, { visit, name: launch.name, refuse });
  };
}

type Taking = { visit: Visit; name: string | null; refuse: Refuse };

/** [Q52] Seats a student, and leads them to the session. [Q51] Asks for a name where the session needs one. */
export async function takeSeat(
  context: Context,
  parts: Dependencies,
  { tickets, lti }: { tickets: Tickets; lti: Lti },
  session: SessionRecord,
  { visit, name, refuse }: Taking,
): Promise<Response> {
  const { platformId, sub, linkId = "", locale = null } = visit;
  const address = neighbourhood(addressOf(context.req.raw.headers));
  const seated = await seatByLaunch(parts, session, { platformId, linkId, sub, name, address });
  if (!seated.ok && seated.code === "malformed")
    return namePage(context, { token: lti.visits.issue("name", visit, VISIT), locale });
  if (!seated.ok) {
    const reason = REASONS[seated.code];
    // [A5] Who comes after the lesson reads what everyone may.
    const isReadable = reason === "session-closed" && mayReview(session, []).ok;
    return refuse(reason ?? "server-busy", isReadable ? `/results/${session.code}` : undefined);
  }
  const ticket = tickets.issue(seated.value.participant.id);
  context.header("set-cookie", framedSeatCookie(session.code, ticket), { append: true });
  context.header("cache-control", "no-store");
  return context.redirect(`/s/${session.code}`, 303);
}

const REASONS: Partial<Record<Refusal, LaunchRefusal>> = {
  closed: "session-closed",
  removed: "removed",
  forbidden: "not-in-class",
  "too-many": "too-many",
};

/** [O4] The seat's cookie, as browsers send it in a frame of another site. */
function framedSeatCookie(code: string, ticket: string): string {
  return `${seatCookie(code)}=${ticket}; Path=/; HttpOnly; Secure; SameSite=None; Partitioned; Max-Age=${COOKIE_AGE}`;
}

function visitOf({ ids }: Dependencies, launch: Launch, link: CourseLink | null): Visit {
  const { platform, deploymentId, sub, name, locale, context, custom, deepLink, forUser, type } = launch;
  return {
    ...{ id: ids.uuid(), platformId: platform.id, deploymentId, sub },
    ...(link && { linkId: link.id }),
    ...(name !== null && { name }),
    ...(locale !== null && { locale }),
    ...(context && { contextId: context.id }),
    itemId: custom[ITEM_FIELD],
    ...(deepLink && { deepLink }),
    ...(type === "review" && forUser !== null && { forUser }),
  };
}

function keepLink(
  { store, ids }: Dependencies,
  { platform, deploymentId, context, lineItem, lineItems, memberships }: Launch,
  { id: resourceLinkId, title }: NonNullable<Launch["resourceLink"]>,
): Promise<CourseLink> {
  return store.courseLinks.keep(
    ids.uuid(),
    { platformId: platform.id, deploymentId, resourceLinkId },
    {
      ...{ title, lineItem, lineItems, memberships },
      ...{ contextId: context?.id ?? null, contextTitle: context?.title ?? null },
    },
  );
}
