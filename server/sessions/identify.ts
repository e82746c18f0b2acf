import type { SessionCard } from "#debate/protocol/pages.ts";
import { readCode } from "#debate/rules/codes.ts";
import { isJoinable } from "#debate/rules/phases.ts";
import { accept, type Result, refuse, tooOften } from "#debate/rules/result.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { rolesIn, type SignIn } from "#server/sessions/links.ts";
import type { SessionRecord } from "#server/store/sessions.ts";

/** [L3] Codes that mean no session, from one address: more than a hall of students mistypes, and a drop of 2^30. */
const GUESSES = { max: 300, window: 600 };
/** [L3] From all addresses together; while there are more, each address may err less often. */
const WAVE = { max: 10_000, window: 600 };
const GUESSES_IN_A_WAVE = 10;
/** [L4] For so long an address knows a session, in seconds: a day at school. */
const KNOWN = { max: 1, window: 12 * 60 * 60 };
/** After so many seconds it may be tried again. */
const TRY_AGAIN = 60;

type Finding = Pick<Dependencies, "store" | "limits">;

/** Who asks for a session: from where, and what they hold that was signed here. */
export type Visitor = {
  address: string;
  /** The seat that they hold in the session with this code, as their ticket says. */
  seatId(code: string): string | null;
  signIn(): Promise<SignIn | null>;
  /** The key in the link by which they came. */
  key: string | undefined;
};

/**
 * The session that a typed code means. [L3] Where too many codes were guessed from an address, it finds no more
 * sessions for a while, [L4] but for those that it knows and those in which the visitor has a place.
 */
export async function sessionByCode(
  { store, limits }: Finding,
  typed: string,
  visitor: Visitor,
): Promise<Result<SessionRecord>> {
  const code = readCode(typed);
  if (code === null) return refuse("not-found");
  const { address } = visitor;
  if (await isShut(limits, address, code)) return placeOf({ store }, code, visitor);
  const session = await store.sessions.byCode(code);
  // Asked again: of many guesses at once, none is answered that was not counted against the others.
  if (session)
    return (await isShut(limits, address, code)) ? placeOf({ store }, code, visitor) : accept(session);
  const guess = limits.consume("guess", address, GUESSES);
  await limits.consume("guess", "everybody", WAVE);
  const { retryAfter } = await guess;
  return retryAfter === null ? refuse("not-found") : tooOften(retryAfter);
}

/** Whether an address finds no session that it does not know, and does not know the one with this code. */
async function isShut(limits: Finding["limits"], address: string, code: string): Promise<boolean> {
  const wrong = await limits.counted("guess", address, GUESSES);
  if (wrong < GUESSES_IN_A_WAVE) return false;
  const isGuessing = wrong >= GUESSES.max || (await limits.exceeded("guess", "everybody", WAVE));
  return isGuessing && !(await limits.exceeded("known", `${address} ${code}`, KNOWN));
}

/** The session, if the visitor has a seat or role in it. Without credentials the database is not asked. */
async function placeOf(
  { store }: Pick<Finding, "store">,
  code: string,
  visitor: Visitor,
): Promise<Result<SessionRecord>> {
  const seatId = visitor.seatId(code);
  const instructorId = (await visitor.signIn())?.instructorId ?? null;
  const { key } = visitor;
  if (seatId === null && instructorId === null && key === undefined) return tooOften(TRY_AGAIN);
  const session = await store.sessions.byCode(code);
  const roles = session && (await rolesIn({ store }, session, { seatId, instructorId, key }));
  return session && roles?.length ? accept(session) : tooOften(TRY_AGAIN);
}

/** [L4] Remembers that this address knows the session, because someone with a place in it is there. */
export async function makeKnown(
  { limits }: Pick<Finding, "limits">,
  { code }: SessionRecord,
  { address }: Pick<Visitor, "address">,
): Promise<void> {
  await limits.consume("known", `${address} ${code}`, KNOWN);
}

/** The session, for its own host only. */
export async function hostedSession(
  parts: Finding,
  code: string,
  visitor: Visitor,
): Promise<Result<SessionRecord>> {
  const signIn = await visitor.signIn();
  if (signIn === null) return refuse("unauthorized");
  const found = await sessionByCode(parts, code, visitor);
  return found.ok && found.value.hostId !== signIn.instructorId ? refuse("forbidden") : found;
}

/** Public facts about a session, for anyone with the code. */
export async function cardOf(
  { store }: Pick<Dependencies, "store">,
  session: SessionRecord,
): Promise<SessionCard> {
  const { resolution } = await store.sessions.debateOf(session.id);
  const { code, phase, settings } = session;
  const { identity, entry, smallGroups } = settings;
  return { code, phase, resolution, identity, entry, smallGroups, joinable: isJoinable(session) };
}
