import type { SessionLinks } from "#debate/protocol/answers/platform-answers.ts";
import { isClosed } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { CourseLink } from "#server/store/lti/link-rows.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Parts = Pick<Dependencies, "store" | "clock">;

/** [Q55] From now on a link of a course leads to the session, unless it leads to another instructor's. */
export async function leadToSession(
  { store, clock }: Parts,
  session: SessionRecord,
  link: CourseLink,
): Promise<Result<void>> {
  if (link.sessionId === session.id) return accept(undefined);
  if (isClosed(session.phase)) return refuse("closed");
  const led = link.sessionId === null ? null : await store.sessions.byId(link.sessionId);
  if (led && led.hostId !== session.hostId)
    return refuse("forbidden", "This link leads to another instructor's session.");
  // [Q55] Students of a colleague's course must not come to this session.
  if (!led && link.instructorId !== null && link.instructorId !== session.hostId)
    return refuse(
      "forbidden",
      "Another instructor came by this link. Open the activity in the course first.",
    );
  const isLed = await store.courseLinks.lead(link.id, link.sessionId, session.id, clock());
  return isLed ? accept(undefined) : refuse("stale");
}

/** [Q55] The link leads nowhere; who has a seat keeps it. */
export async function unlink({ store }: Parts, session: SessionRecord, id: string): Promise<Result<void>> {
  return (await store.courseLinks.unlink(id, session.id)) ? accept(undefined) : refuse("not-found");
}

/** [Q55] The links of a session, and those by which its host came and that lead to none or to another session of theirs. */
export async function linksOfSession({ store }: Parts, session: SessionRecord): Promise<SessionLinks> {
  const platforms = new Map((await store.platforms.all()).map((platform) => [platform.id, platform]));
  const shown = (link: CourseLink) => {
    const { issuer = "", clientId = "" } = platforms.get(link.platformId) ?? {};
    const { id, deploymentId, resourceLinkId, title, contextTitle } = link;
    return { id, issuer, clientId, deploymentId, resourceLinkId, title, course: contextTitle };
  };
  const own = await store.courseLinks.ofSession(session.id);
  const others = await store.courseLinks.ofInstructor(session.hostId);
  const free = [];
  for (const link of others.filter(({ sessionId }) => sessionId !== session.id)) {
    const led = link.sessionId === null ? null : await store.sessions.byId(link.sessionId);
    if (!led || led.hostId === session.hostId) free.push({ ...shown(link), now: led?.code ?? null });
  }
  return { links: own.map(shown), others: free, platforms: platforms.size };
}
