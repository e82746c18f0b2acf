import { besideOf } from "#debate/activities/beside.ts";
import type { Debate } from "#debate/content/debate.ts";
import { debateForClass } from "#debate/content/versions.ts";
import type { PhonePage } from "#debate/protocol/pages.ts";
import { positionsReadable } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { publicSettings } from "#debate/rules/settings.ts";
import { hasOwnAtOnce } from "#server/activities/index.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { cardOf } from "#server/sessions/identify.ts";
import type { Joined } from "#server/sessions/join.ts";
import { mine, nothingOf, snapshotOf } from "#server/sessions/snapshot.ts";
import { type SessionRecord, versionOnPhones } from "#server/store/sessions/session-rows.ts";

type Reading = Pick<Dependencies, "store" | "clock" | "ids">;

/** The first data of a phone, with this seat or without one. */
export async function phonePage(
  parts: Reading,
  session: SessionRecord,
  participantId: string | null,
): Promise<Result<PhonePage>> {
  const participant = participantId === null ? null : await parts.store.participants.byId(participantId);
  if (participant?.sessionId !== session.id) return accept({ ...(await common(parts, session)), seat: null });
  if (participant.removed) return accept({ ...(await common(parts, session)), seat: "removed" });
  return seatedPage(parts, session, { participant, isNew: false });
}

/** [W13] For a seat that was just taken or found again. A new one has nothing of its own to read. */
export async function seatedPage(
  parts: Reading,
  session: SessionRecord,
  { participant, isNew }: Joined,
): Promise<Result<PhonePage>> {
  // [W13] The session is read first: later reads may be newer, never older.
  const room = await parts.store.sessions.phoneRoom(session);
  const snapshot = await snapshotOf(parts, room, { role: "student", participantId: participant.id });
  const hasNothing = isNew && !hasOwnAtOnce(session);
  const you = hasNothing ? nothingOf(session, participant) : await mine(parts, session, participant.id);
  if (!you) return refuse("not-found");
  const readable = positionsReadable(session.phase)
    ? readableOf(session, await parts.store.sessions.debateOf(session.id))
    : { debate: null };
  return accept({
    ...(await common(parts, session)),
    seat: { ...snapshot, version: versionOnPhones(session), you, ...readable },
  });
}

/** What a class may read of its debate: the positions, and what activities put beside them. */
export function readableOf(
  session: Pick<SessionRecord, "settings" | "phase">,
  debate: Debate,
  version = session.settings.version,
) {
  return { debate: debateForClass(debate, version), ...besideOf(debate, session) };
}

const common = async (parts: Reading, session: SessionRecord) => ({
  ...(await cardOf(parts, session)),
  settings: publicSettings(session.settings),
  ...(session.classId !== null && { byClass: true as const }),
});
