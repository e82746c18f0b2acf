import { withPreset } from "#debate/rules/presets.ts";
import { accept, type Result } from "#debate/rules/result.ts";
import { Settings } from "#debate/rules/settings.ts";
import { ITEM_FIELD, ItemContent } from "#server/lti/item-content.ts";
import type { Launch } from "#server/lti/launch.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { openOnce, openSession } from "#server/sessions/open.ts";
import type { CourseItem, CourseLink } from "#server/store/lti/link-rows.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** Why a link leads to no session. */
export type NoSession = "no-session-yet" | "session-deleted" | "copied-link" | "no-debate";
export type FoundSession = { session: SessionRecord } | { missing: NoSession };

/** [Q56] The session of a link. Its first launch opens the one that its item describes. */
export async function sessionOfLink(
  parts: Dependencies,
  link: CourseLink,
  launch: Launch,
): Promise<FoundSession> {
  const led = link.sessionId === null ? null : await parts.store.sessions.byId(link.sessionId);
  if (led) return { session: led };
  // [Q57] Nothing takes the place of a session that its instructor deleted.
  if (link.openedAt !== null) return { missing: "session-deleted" };
  const item = await itemOf(parts, launch);
  if (!item) return { missing: "no-session-yet" };
  // [Q57] A course that is copied takes the same item along, and must not share the other course's session.
  const isHere = item.contextId === null || item.contextId === (launch.context?.id ?? null);
  if (!isHere) return { missing: "copied-link" };
  const opened = await openItem(parts, link, item);
  if (!opened.ok) return { missing: "no-debate" };
  const { store, clock } = parts;
  if (await store.courseLinks.lead(link.id, null, opened.value.id, clock())) return { session: opened.value };
  const other = (await store.courseLinks.byId(link.id))?.sessionId;
  const session = other ? await store.sessions.byId(other) : null;
  return session ? { session } : { missing: "session-deleted" };
}

/** [Q54] The item that a launch names, if it was picked for this deployment. */
async function itemOf({ store }: Dependencies, launch: Launch): Promise<CourseItem | null> {
  const id = launch.custom[ITEM_FIELD];
  const item = id === undefined ? null : await store.courseLinks.item(id);
  return item?.platformId === launch.platform.id && item.deploymentId === launch.deploymentId ? item : null;
}

async function openItem(
  parts: Dependencies,
  link: CourseLink,
  { instructorId, content }: CourseItem,
): Promise<Result<SessionRecord>> {
  const read = ItemContent.parse(JSON.parse(content));
  if ("sessionId" in read) {
    const session = await parts.store.sessions.byId(read.sessionId);
    return session ? accept(session) : { ok: false, code: "not-found" };
  }
  // [Q56] Of two launches at once, both find the one session: it has the link's id.
  const id = link.id;
  const settings = withPreset(read.preset, Settings.parse({ identity: read.identity }));
  return openOnce(parts, instructorId, id, () =>
    openSession(parts, instructorId, { id, debateId: read.debateId, settings }),
  );
}
