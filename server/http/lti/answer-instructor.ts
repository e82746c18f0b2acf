import type { Context } from "hono";
import type { Chosen } from "#server/http/lti/choice-fields.ts";
import { connectPage, coursePage, plainPage, sessionPage } from "#server/http/lti/launch-pages.ts";
import { pickPage } from "#server/http/lti/pick-page.ts";
import type { LaunchRefusal } from "#server/http/lti/refusal-words.ts";
import type { Lti } from "#server/lti/lti.ts";
import { sessionOfLink } from "#server/lti/session-of-link.ts";
import type { Visit } from "#server/lti/visits.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

type Answering = {
  visit: Visit;
  refuse: (reason: LaunchRefusal) => Response | Promise<Response>;
  /** What was chosen for another session, while debates are searched. */
  chosen?: Chosen;
};

/** [Q50] What an instructor finds by a launch: its session, or how to get one. The control room is never in a frame. */
export async function answerInstructor(
  context: Context,
  parts: Dependencies,
  lti: Lti,
  { visit, refuse, chosen = {} }: Answering,
): Promise<Response> {
  const { courseLinks, platforms, platformPeople } = parts.store;
  const { locale = null, linkId = "", forUser } = visit;
  const [instructorId, platform] = await Promise.all([
    platformPeople.instructorOf(visit),
    platforms.byId(visit.platformId),
  ]);
  if (!platform) return plainPage(context, "visitOver", 400);
  if (instructorId === null) return connectPage(context, lti, platform, visit);
  if (visit.deepLink) return pickPage(context, parts, lti, { visit, instructorId });
  const link = await courseLinks.byId(linkId);
  if (!link) return refuse("claims");
  if (link.instructorId !== instructorId) await courseLinks.cameBy(link.id, instructorId);
  const found = await sessionOfLink(parts, link, visit);
  if ("missing" in found)
    return coursePage(context, parts, lti, { visit, instructorId, chosen, missing: found.missing });
  const { session } = found;
  if (session.hostId !== instructorId) return refuse("other-instructor");
  const seat =
    forUser === undefined
      ? null
      : await platformPeople.seatOf(session.id, { platformId: platform.id, sub: forUser });
  return sessionPage(context, parts, session, { locale, reviewed: seat });
}
