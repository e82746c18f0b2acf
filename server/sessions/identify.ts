import { inVersion, languageRead } from "#debate/content/versions.ts";
import type { SessionCard } from "#debate/protocol/pages.ts";
import { readCode } from "#debate/rules/codes.ts";
import { isJoinable } from "#debate/rules/phases.ts";
import { present } from "#debate/rules/present.ts";
import { accept, type Result, refuse, tooOften } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { rolesIn, type SignIn } from "#server/sessions/links.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** [L3] Wrong session codes from one address: more than a hall of students mistypes, and very few of 2^30. */
const GUESSES = { max: 300, window: 600 };
/** [L3] The same from all addresses together. Above this, the limit of each address is lower. */
const WAVE = { max: 10_000, window: 600 };
const GUESSES_IN_A_WAVE = 10;
/** [L4] How long an address is known in a session, in seconds: a school day. */
const KNOWN = { max: 1, window: 12 * 60 * 60 };
/** After how many seconds to try again. */
const TRY_AGAIN = 60;

type Finding = Pick<Dependencies, "store" | "limits">;

/** [J2] What decides in a session how long a ticket lasts. */
export type Seating = { code: string; settings: Pick<Settings, "activities"> };

export type Visitor = {
  address: string;
  /** Their seat in this session, from their ticket. */
  seatId(session: Seating): string | null;
  /** Before the session is read: the ticket may have expired. */
  mayBeSeat(code: string): string | null;
  signIn(): Promise<SignIn | null>;
  /** The key in their link. */
  key: string | undefined;
};

/**
 * The session of a typed code. [L3] If too many codes were guessed from an address, it finds no more sessions for a
 * while, [L4] except those that it is known in or in which the visitor has a place.
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
  // Checked again, so that of many guesses at once none is answered that would exceed the limit.
  if (session)
    return (await isShut(limits, address, code)) ? placeOf({ store }, code, visitor) : accept(session);
  const guess = limits.consume("guess", address, GUESSES);
  await limits.consume("guess", "everybody", WAVE);
  const { retryAfter } = await guess;
  return retryAfter === null ? refuse("not-found") : tooOften(retryAfter);
}

/** Whether an address is blocked, and is not known in the session with this code. */
async function isShut(limits: Finding["limits"], address: string, code: string): Promise<boolean> {
  const wrong = await limits.counted("guess", address, GUESSES);
  if (wrong < GUESSES_IN_A_WAVE) return false;
  const isGuessing = wrong >= GUESSES.max || (await limits.exceeded("guess", "everybody", WAVE));
  return isGuessing && !(await limits.exceeded("known", `${address} ${code}`, KNOWN));
}

/** The session, if the visitor has a seat or role in it. Without credentials the database is not read. */
async function placeOf(
  { store }: Pick<Finding, "store">,
  code: string,
  visitor: Visitor,
): Promise<Result<SessionRecord>> {
  const ticketed = visitor.mayBeSeat(code);
  const instructorId = (await visitor.signIn())?.instructorId ?? null;
  const { key } = visitor;
  if (ticketed === null && instructorId === null && key === undefined) return tooOften(TRY_AGAIN);
  const session = await store.sessions.byCode(code);
  const seatId = session && visitor.seatId(session);
  const roles = session && (await rolesIn({ store }, session, { seatId, instructorId, key }));
  return session && roles?.length ? accept(session) : tooOften(TRY_AGAIN);
}

/** [L4] Remembers that this address knows the session, because someone with a place in it is there. */
export async function makeKnown(
  { limits }: Pick<Finding, "limits">,
  { code }: Pick<SessionRecord, "code">,
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
  const { code, phase, settings, simulated } = session;
  const read = inVersion(await store.sessions.debateOf(session.id), settings.version);
  const { resolution } = read;
  const lang = languageRead(read);
  const { identity, entry } = settings;
  const joinable = isJoinable(session);
  return { code, phase, resolution, ...present({ lang, simulated }), identity, entry, joinable };
}
