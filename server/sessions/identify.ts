import type { SessionCard } from "#debate/protocol/pages.ts";
import { readCode } from "#debate/rules/codes.ts";
import { isJoinable } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Parts } from "#server/sessions/parts.ts";
import type { SessionRecord } from "#server/store/sessions.ts";

/** Codes that mean no session, from one address. */
const GUESSES = { max: 200, window: 60 };
type Finding = Pick<Parts, "store" | "limits">;

/** The session that a typed code means. Whoever has guessed too often from an address finds none for a while. */
export async function sessionByCode(
  { store, limits }: Finding,
  typed: string,
  address: string,
): Promise<Result<SessionRecord>> {
  if (await limits.exceeded("guess", address, GUESSES)) return refuse("too-many");
  const code = readCode(typed);
  const session = code === null ? null : await store.sessions.byCode(code);
  if (session) return accept(session);
  const { allowed } = await limits.consume("guess", address, GUESSES);
  return refuse(allowed ? "not-found" : "too-many");
}

/** The session, for its own host only. */
export async function hostedSession(
  parts: Finding,
  code: string,
  instructorId: string | null,
  address: string,
): Promise<Result<SessionRecord>> {
  if (instructorId === null) return refuse("unauthorized");
  const found = await sessionByCode(parts, code, address);
  return found.ok && found.value.hostId !== instructorId ? refuse("forbidden") : found;
}

/** What everybody may know who knows the code. */
export async function cardOf({ store }: Pick<Parts, "store">, session: SessionRecord): Promise<SessionCard> {
  const { resolution } = await store.sessions.debateOf(session.id);
  const { code, phase, settings } = session;
  const { identity, entry, smallGroups } = settings;
  return { code, phase, resolution, identity, entry, smallGroups, joinable: isJoinable(session) };
}
