import type { SessionCard } from "#debate/protocol/pages.ts";
import { readCode } from "#debate/rules/codes.ts";
import { isJoinable } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Parts } from "#server/sessions/parts.ts";
import type { SessionRecord } from "#server/store/sessions.ts";

/** The session that a typed code means. */
export async function sessionByCode(
  { store }: Pick<Parts, "store">,
  typed: string,
): Promise<Result<SessionRecord>> {
  const code = readCode(typed);
  const session = code === null ? null : await store.sessions.byCode(code);
  return session ? accept(session) : refuse("not-found");
}

/** The session, for its own host only. */
export async function hostedSession(
  parts: Pick<Parts, "store">,
  code: string,
  instructorId: string | null,
): Promise<Result<SessionRecord>> {
  if (instructorId === null) return refuse("unauthorized");
  const found = await sessionByCode(parts, code);
  return found.ok && found.value.hostId !== instructorId ? refuse("forbidden") : found;
}

/** What everybody may know who knows the code. */
export async function cardOf({ store }: Pick<Parts, "store">, session: SessionRecord): Promise<SessionCard> {
  const { resolution } = await store.sessions.debateOf(session.id);
  const { code, phase, settings } = session;
  return { code, phase, resolution, identity: settings.identity, joinable: isJoinable(session) };
}
