import type { LiveStart } from "#debate/protocol/pages.ts";
import type { Round } from "#debate/rules/choices.ts";
import { personFor, tells } from "#debate/rules/identity.ts";
import type { Actor } from "#debate/rules/moderation.ts";
import { outcomeOf } from "#debate/rules/moderation.ts";
import { rebuttalsReadable } from "#debate/rules/phases.ts";
import type { WrittenRebuttal } from "#debate/rules/rebuttal-view.ts";
import type { Mine, MyBallot, PageEnd, Roster } from "#debate/rules/snapshot.ts";
import { type Audience, moderates, viewFor } from "#debate/rules/views.ts";
import { drawnOfActivities, ownOfActivities, seatsInActivities } from "#server/activities/index.ts";
import { classTallies } from "#server/sessions/class-tallies.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { withHeld } from "#server/sessions/listed-words.ts";
import { pickedOnceOpen, withWallWords } from "#server/sessions/picked-words.ts";
import { placed, placesOf } from "#server/sessions/ranking.ts";
import { pageOf } from "#server/sessions/rebuttal-pages.ts";
import { resultFor } from "#server/sessions/reveal-message.ts";
import type { Head } from "#server/store/rebuttals/rebuttal-cache.ts";
import type { Drawn } from "#server/store/seats/participants.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";
import type { RoomRecord } from "#server/store/sessions/sessions.ts";

type Reading = Pick<Dependencies, "store">;
type Looking = Pick<Dependencies, "store" | "clock" | "ids">;

/** What an audience sees of a session now; null if the session is gone. */
export async function readSnapshot(
  parts: Looking,
  sessionId: string,
  audience: Audience,
  after?: PageEnd,
): Promise<LiveStart | null> {
  const room = await parts.store.sessions.room(sessionId);
  return room && snapshotOf(parts, room, audience, after);
}

/** For a room that was already read. */
export async function snapshotOf(
  parts: Looking,
  room: RoomRecord,
  audience: Audience,
  after?: PageEnd,
): Promise<LiveStart> {
  const reads = moderates(audience.role) || rebuttalsReadable(room.phase);
  const page = reads ? await pageOf(parts, room, audience, after) : { rebuttals: [] };
  const result = after ? null : await resultFor(parts, room, audience);
  const picked = after || audience.role === "screen" ? null : await pickedOnceOpen(parts, room);
  const seen = audience.role === "student" ? room : await withWallWords(parts, room);
  const publicTallies = audience.role === "host" ? null : await classTallies(parts, room);
  return {
    snapshot: viewFor(audience, { ...seen, publicTallies }),
    ...page,
    cursor: room.version,
    now: parts.clock(),
    ...(result && { result }),
    ...(picked && { picked }),
  };
}

/** The rebuttals that changed after a version, each with its places. */
export async function writtenSince(
  { store }: Reading,
  room: RoomRecord,
  version: number,
): Promise<(WrittenRebuttal & { changed: number })[]> {
  const all = await store.rebuttals.ofSession(room.id);
  const written = all.filter(({ changed }) => changed > version);
  // Don't rank rebuttals after a vote, which changes none.
  if (written.length === 0) return [];
  const places = await placesOf({ store }, room, all);
  return written.map((rebuttal) => placed(withHeld(rebuttal, room.settings), places, all.length));
}

/** One student's own ballots, endorsements and rebuttals, and what activities add; null if the seat is gone. */
export async function mine(
  parts: Looking,
  session: SessionRecord,
  participantId: string,
): Promise<Mine | null> {
  const { store } = parts;
  const [own, activities, cast] = await Promise.all([
    store.participants.own(participantId),
    ownOfActivities(parts, session, participantId),
    store.ballots.ofParticipant(participantId),
  ]);
  if (!own) return null;
  const ballots = cast ?? [];
  // [R30] Endorsements and credits count for the head of a merged rebuttal, [R10] and reports are decided with it.
  const credits = ballots.filter(({ credit }) => credit?.rebuttalId !== undefined);
  const isAboutOthers = own.endorsed.length + own.reported.length + credits.length > 0;
  const heads = isAboutOthers ? await store.rebuttals.headsIn(session.id) : null;
  return {
    participantId,
    name: nameToSelf(session, { id: participantId, name: own.name }),
    ballots: Object.fromEntries(
      ballots.map(({ participantId: _seat, round, ...ballot }) => [round, creditedNow(ballot, heads, own)]),
    ),
    endorsed: heads ? [...new Set(own.endorsed.map((id) => heads.get(id)?.id ?? id))] : [],
    posted: own.posted,
    reported: own.reported.map(({ rebuttalId, settled, status }) => ({
      rebuttalId,
      outcome: outcomeOf({ settled, status: heads?.get(rebuttalId)?.status ?? status }),
    })),
    ...activities,
  };
}

/** [C4] The head may be one's own, which can't be credited. */
function creditedNow(
  { credit, ...ballot }: MyBallot,
  heads: ReadonlyMap<string, Head> | null,
  { posted }: Pick<Mine, "posted">,
): MyBallot {
  if (!credit) return ballot;
  const head = heads?.get(credit.rebuttalId ?? "");
  const isOthers = head !== undefined && !posted.includes(head.id);
  return { ...ballot, credit: isOthers ? { ...credit, rebuttalId: head.id } : credit };
}

/** For a seat that was just taken. */
export function nothingOf(session: SessionRecord, seat: { id: string; name: string } & Drawn): Mine {
  const name = nameToSelf(session, seat);
  return {
    ...{ participantId: seat.id, name, ballots: {}, endorsed: [], posted: [], reported: [] },
    ...drawnOfActivities(seat),
  };
}

/** The name that a student sees as their own; none in an anonymous session. */
export function nameToSelf({ settings }: SessionRecord, person: { id: string; name: string }): string {
  return personFor("self", settings.identity, { ...person, realName: null }).name ?? "";
}

/**
 * The seats as the host may see them. [V7] None in an anonymous session: a list that grows as people join would
 * reveal whose seat is whose, and removing a seat would reveal its vote. [A3] An assistant sees the names that the
 * class sees, and not who has voted.
 */
export async function roster(
  { store }: Reading,
  session: SessionRecord,
  connected: ReadonlySet<string>,
  role: Actor,
): Promise<Roster> {
  const { settings, simulated } = session;
  const { identity } = settings;
  // [H1] Simulated students have no connections.
  const isHere = (id: string) => simulated !== undefined || connected.has(id);
  if (!tells(identity, role, "presence")) {
    const here = simulated === undefined ? 0 : store.sessions.lastJoined(session.id);
    return { connected: Math.max(connected.size, here), seats: [] };
  }
  const seats = await store.participants.seated(session.id);
  const inActivities = await seatsInActivities({ store }, session, role);
  const tellsVotes = tells(identity, role, "votes");
  const voted = new Map<string, Round[]>();
  for (const { participantId, round } of tellsVotes ? await store.ballots.voted(session.id) : [])
    voted.set(participantId, [...(voted.get(participantId) ?? []), round]);
  return {
    connected: simulated === undefined ? connected.size : seats.length,
    seats: seats.map((seat) => {
      const { id = "", name = "", realName } = personFor(role, identity, seat);
      return {
        participantId: id,
        name,
        ...(realName !== undefined && { realName }),
        connected: isHere(seat.id),
        ...(seat.onPaper && { onPaper: true }),
        ...(tellsVotes && { voted: voted.get(seat.id) ?? [] }),
        ...inActivities(seat.id),
      };
    }),
  };
}
