import type { OpenRequest } from "#debate/protocol/requests.ts";
import { withPreset } from "#debate/rules/presets.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { Settings } from "#debate/rules/settings.ts";
import { ItemContent, type NewSession } from "#server/lti/item-content.ts";
import type { Visit } from "#server/lti/visits.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { debateFor, openOnce, openSession } from "#server/sessions/open.ts";
import type { CourseItem, CourseLink } from "#server/store/lti/link-rows.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** Why a link leads to no session. */
export type NoSession = "no-session-yet" | "session-deleted" | "copied-link" | "no-debate";
export type FoundSession = { session: SessionRecord } | { missing: NoSession };

/** [Q56] The session of a link. Its first launch opens the one that its item describes. */
export async function sessionOfLink(
  parts: Dependencies,
  link: CourseLink,
  visit: Visit,
): Promise<FoundSession> {
  const led = link.sessionId === null ? null : await parts.store.sessions.byId(link.sessionId);
  if (led) return { session: led };
  // [Q57] Nothing takes the place of a session that its instructor deleted.
  if (link.openedAt !== null) return { missing: "session-deleted" };
  const item = await itemOf(parts, visit);
  if (!item) return { missing: "no-session-yet" };
  // [Q57] A course that is copied takes the same item along, and must not share the other course's session.
  const isHere = item.contextId === null || item.contextId === (visit.contextId ?? null);
  if (!isHere) return { missing: "copied-link" };
  const opened = await openItem(parts, link, item);
  if (!opened.ok) return { missing: "sessionId" in contentOf(item) ? "session-deleted" : "no-debate" };
  const { store, clock } = parts;
  if (await store.courseLinks.lead(link.id, null, opened.value.id, clock())) return { session: opened.value };
  const other = (await store.courseLinks.byId(link.id))?.sessionId;
  const session = other ? await store.sessions.byId(other) : null;
  return session ? { session } : { missing: "session-deleted" };
}

type Opening = { link: CourseLink; visit: Visit; instructorId: string; chosen?: NewSession | null };

/** [Q57] Opens another session for a link that leads to none: one of the instructor's own. `id`: the same again opens no second one. */
export async function openAgain(
  parts: Dependencies,
  { link, visit, instructorId, chosen = null }: Opening,
): Promise<Result<SessionRecord>> {
  const { id } = visit;
  if (link.sessionId !== null && link.sessionId !== id) return refuse("stale");
  const request = await againRequest(parts, visit, instructorId, chosen);
  if (!request) return refuse("not-found");
  const opened = await openOnce(parts, instructorId, id, () =>
    openSession(parts, instructorId, { id, ...request }),
  );
  if (!opened.ok || link.sessionId === id) return opened;
  const isLed = await parts.store.courseLinks.lead(link.id, link.sessionId, id, parts.clock());
  return isLed ? opened : refuse("stale");
}

/** [Q57] How a session of the chosen debate is opened, or another one of the item's; null if the instructor may not use it. */
export async function againRequest(
  parts: Dependencies,
  visit: Visit,
  instructorId: string,
  chosen: NewSession | null = null,
): Promise<OpenRequest | null> {
  const item = chosen === null ? await itemOf(parts, visit) : null;
  const content = item ? contentOf(item) : chosen;
  if (!content) return null;
  if (!("sessionId" in content)) {
    const found = await debateFor(parts.store, instructorId, content.debateId);
    return found && !found.isDraft ? fresh(content) : null;
  }
  const earlier = await parts.store.sessions.byId(content.sessionId);
  return earlier?.hostId === instructorId ? { from: earlier.code } : null;
}

/** [Q54] The item that a launch names, if it was picked for this deployment. */
async function itemOf(
  { store }: Dependencies,
  { itemId, platformId, deploymentId }: Visit,
): Promise<CourseItem | null> {
  const item = itemId === undefined ? null : await store.courseLinks.item(itemId);
  return item?.platformId === platformId && item.deploymentId === deploymentId ? item : null;
}

const contentOf = ({ content }: CourseItem) => ItemContent.parse(JSON.parse(content));
const fresh = ({ debateId, preset, identity }: NewSession) => ({
  debateId,
  settings: withPreset(preset, Settings.parse({ identity })),
});

async function openItem(
  parts: Dependencies,
  link: CourseLink,
  item: CourseItem,
): Promise<Result<SessionRecord>> {
  const content = contentOf(item);
  const { instructorId } = item;
  if ("sessionId" in content) {
    const session = await parts.store.sessions.byId(content.sessionId);
    return session ? accept(session) : refuse("not-found");
  }
  // [Q56] Of two launches at once, both find the one session: it has the link's id.
  const id = link.id;
  return openOnce(parts, instructorId, id, () => openSession(parts, instructorId, { id, ...fresh(content) }));
}
