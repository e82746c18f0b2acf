import type { PhonePage } from "#debate/protocol/pages.ts";
import { positionsReadable } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { publicSettings } from "#debate/rules/settings.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { cardOf } from "#server/sessions/identify.ts";
import { lookAt, mine } from "#server/sessions/snapshot.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

/** The first data of a phone, with this seat or without one. */
export async function phonePage(
  parts: Pick<Dependencies, "store" | "clock" | "ids">,
  session: SessionRecord,
  participantId: string | null,
): Promise<Result<PhonePage>> {
  const page = { ...(await cardOf(parts, session)), settings: publicSettings(session.settings) };
  const participant = participantId === null ? null : await parts.store.participants.byId(participantId);
  if (participant?.sessionId !== session.id) return accept({ ...page, seat: null });
  if (participant.removed) return accept({ ...page, seat: "removed" });
  const you = await mine(parts, session, participant.id);
  const look = await lookAt(parts, session.id, { role: "student", participantId: participant.id });
  if (!you || !look) return refuse("not-found");
  const debate = positionsReadable(session.phase, session.settings)
    ? await parts.store.sessions.debateOf(session.id)
    : null;
  return accept({ ...page, seat: { ...look, you, debate } });
}
