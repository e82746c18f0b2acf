import type { Sockets } from "#server/live/cluster.ts";
import { roomOf } from "#server/live/room-names.ts";
import type { Rooms } from "#server/live/rooms.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { opens, type Staff } from "#server/sessions/links.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

const STAFF = ["host", "assistant", "screen"] as const satisfies Staff["role"][];

export type AccessRecheck = ReturnType<typeof createAccessRecheck>;

/**
 * Disconnects people who lost access: a seat can be removed between handshake and joining the room, and messages from
 * other servers can be lost.
 */
export function createAccessRecheck(io: Sockets, { store }: Pick<Dependencies, "store">, rooms: Rooms) {
  /** The versions of sessions when their seats were last checked. */
  let seen = new Map<string, number>();

  /** [A4, I6] Disconnects staff whose key was replaced or whose sign-in has ended. */
  async function staff(sessionId: string): Promise<void> {
    const here = STAFF.flatMap((role) =>
      [...(io.sockets.adapter.rooms.get(roomOf(sessionId, role)) ?? [])].flatMap(
        (id) => io.sockets.sockets.get(id) ?? [],
      ),
    );
    if (here.length === 0) return;
    const session = await store.sessions.byId(sessionId);
    if (!session) return rooms.gone(sessionId);
    await Promise.all(
      here.map(async (socket) => {
        if (!(await isStaff(session, socket.data as Staff))) socket.disconnect(true);
      }),
    );
  }

  async function isStaff(session: SessionRecord, { role, key, signIn }: Staff): Promise<boolean> {
    if (role !== "host" && key !== undefined) return opens(session, role, key);
    return signIn !== undefined && (await store.accounts.signedIn(signIn)) === session.hostId;
  }

  /** [J2, G3] Disconnects a seat that was removed or deleted. Returns its session, null where it is gone. */
  async function seat(participantId: string): Promise<SessionRecord | null> {
    const found = await store.participants.access(participantId);
    if (found === null) rooms.erased(participantId);
    else if (found.removed) rooms.removed(participantId);
    else return found.session;
    return null;
  }

  function everybodyHere(): Map<string, Set<string>> {
    const here = new Map<string, Set<string>>();
    for (const { data } of io.sockets.sockets.values()) {
      const { sessionId, participantId } = data as { sessionId: string; participantId?: string };
      const seats = here.get(sessionId) ?? new Set();
      here.set(sessionId, seats);
      if (participantId !== undefined) seats.add(participantId);
    }
    return here;
  }

  return {
    staff,
    seat,

    /** Checks everyone. Seats are checked only if their session has changed since the last time. */
    async all(): Promise<void> {
      const here = everybodyHere();
      const versions = new Map<string, number>();
      const moved: string[] = [];
      await Promise.all(
        [...here].map(async ([sessionId, seats]) => {
          const session = await store.sessions.byId(sessionId);
          if (!session) return rooms.gone(sessionId);
          versions.set(sessionId, session.version);
          if (seen.get(sessionId) !== session.version) moved.push(...seats);
          await staff(sessionId);
        }),
      );
      for (const gone of await store.participants.withoutPlace(moved)) await seat(gone);
      seen = versions;
    },
  };
}
