import type { PageEnd } from "#debate/rules/snapshot.ts";
import type { Audience } from "#debate/rules/views.ts";
import type { Cluster, Sockets } from "#server/live/cluster.ts";
import { createRoom } from "#server/live/room.ts";
import { hasListeners, ROLES, type Role, roomOf, seatRoom } from "#server/live/room-names.ts";
import { createBackground } from "#server/platform/background.ts";
import { divided, ownTurn } from "#server/platform/slices.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { forgetSession } from "#server/sessions/ranking.ts";
import { mine, readSnapshot } from "#server/sessions/snapshot.ts";
import type { Cast } from "#server/store/database.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** How many seats are sent their own state at once. */
const SEATS_AT_ONCE = 250;

/** [B10] `isWriting`: the vote has words. */
export type VoteNews = Pick<Cast, "sessionId" | "participantId" | "socketId"> & { isWriting: boolean };

type Log = { error(detail: object, message: string): void };

/** `countSnapshot`: counts sent snapshots. */
type RoomsParts = { cluster: Cluster; countSnapshot: (audience: string) => void; log: Log };

/** The rooms of all sessions on this server: who is connected, and when they are sent what. */
export function createRooms(
  io: Sockets,
  parts: Pick<Dependencies, "store" | "clock" | "ids">,
  { cluster, countSnapshot, log }: RoomsParts,
) {
  const rooms = new Map<string, ReturnType<typeof createRoom>>();
  const updates = createBackground(log);
  /** The seats whose own state is being read and sent, and whether it changed meanwhile. */
  const telling = new Map<string, { isChanged: boolean }>();
  let changes = 0;

  function hasAudience(sessionId: string): boolean {
    return ROLES.some((role) => hasListeners(io, roomOf(sessionId, role)));
  }

  /** Whether a student is connected with another device. */
  function hasOthers(participantId: string, socketId: string | undefined): boolean {
    const listeners = io.sockets.adapter.rooms.get(seatRoom(participantId));
    return listeners !== undefined && (listeners.size > 1 || !listeners.has(socketId ?? ""));
  }

  function room(sessionId: string) {
    const found =
      rooms.get(sessionId) ?? createRoom(sessionId, io, parts, { cluster, countSnapshot, updates, present });
    rooms.set(sessionId, found);
    return found;
  }

  return {
    /** Counts announced changes of all sessions, so that a connection notices any during its handshake. */
    changesSoFar: () => changes,

    changed(sessionId: string, when?: "now" | "soon"): void {
      changes += 1;
      if (!hasAudience(sessionId)) return;
      ask(sessionId, when);
      room(sessionId).throttles.log.ask("soon");
    },

    /** [W10] Phones show nothing of it. */
    joined(sessionId: string): void {
      if (hasAudience(sessionId)) askStaff(sessionId);
    },

    /** Rebuttals or endorsements changed, but neither roster nor log. */
    argued(sessionId: string): void {
      changes += 1;
      if (!hasAudience(sessionId)) return;
      const { throttles } = room(sessionId);
      throttles.staff.ask();
      throttles.students.ask();
    },

    /** Called when ballots were stored: updates staff and screens soon, and each student's other devices. */
    async voted(casts: VoteNews[]): Promise<void> {
      changes += 1;
      for (const { sessionId, participantId, isWriting } of casts)
        if (isWriting) rooms.get(sessionId)?.writing.wrote(participantId);
      for (const sessionId of new Set(casts.map(({ sessionId }) => sessionId)))
        if (hasAudience(sessionId)) askStaff(sessionId);
      for (const { sessionId, participantId, socketId } of casts) {
        const devices = rooms.get(sessionId)?.connected.get(participantId) ?? 0;
        if (devices > (socketId === undefined ? 0 : 1)) await this.mine(participantId, socketId);
      }
    },

    /** [W9] One at a time for each seat, so that the newest is sent last. */
    async mine(participantId: string, socketId?: string): Promise<void> {
      changes += 1;
      const running = telling.get(participantId);
      if (running) {
        running.isChanged = true;
        return;
      }
      if (!hasOthers(participantId, socketId)) return;
      const now = { isChanged: false };
      telling.set(participantId, now);
      try {
        await tellSeat(participantId, socketId);
      } finally {
        telling.delete(participantId);
        // Also to the device that made the change: what it just got may be older.
        if (now.isChanged) await this.mine(participantId);
      }
    },

    /** [W9] Sends every seat here its own state, as messages may have been lost; in parts, as a hall would be a burst. */
    async mineOfAll(): Promise<void> {
      const seats = [...rooms.values()].flatMap(({ connected }) => [...connected.keys()]);
      for (const part of divided(seats, SEATS_AT_ONCE)) {
        await ownTurn();
        await updates.run(Promise.all(part.map((participantId) => this.mine(participantId))));
      }
    },

    removed(participantId: string): void {
      io.local.to(seatRoom(participantId)).emit("removed", {});
      this.erased(participantId);
    },

    /** The seat was deleted: its devices reconnect without one, and learn that. */
    erased(participantId: string): void {
      changes += 1;
      io.local.in(seatRoom(participantId)).disconnectSockets(true);
    },

    gone(sessionId: string): void {
      changes += 1;
      for (const role of ROLES) {
        io.local.to(roomOf(sessionId, role)).emit("gone", {});
        io.local.in(roomOf(sessionId, role)).disconnectSockets(true);
      }
      stop(sessionId);
    },

    /** Returns whether the session, as the handshake read it, is still the newest. */
    arrived(session: SessionRecord, participantId: string): boolean {
      const { connected, throttles, firstPhone, isNewest } = room(session.id);
      if (connected.size === 0) firstPhone(session);
      connected.set(participantId, (connected.get(participantId) ?? 0) + 1);
      throttles.roster.ask();
      throttles.presence.ask();
      return isNewest(session);
    },

    /** A connection has ended: a student's, or with null that of a host or screen. Drops empty rooms. */
    left(sessionId: string, participantId: string | null): void {
      if (!hasAudience(sessionId)) stop(sessionId);
      else if (participantId !== null) forget(sessionId, participantId);
    },

    present,

    /** The sockets of this server, by role. */
    connections(): Record<Role, number> {
      const counts = { host: 0, assistant: 0, screen: 0, student: 0 };
      for (const { data } of io.of("/").sockets.values()) counts[(data as { role: Role }).role] += 1;
      return counts;
    },

    /** Someone connected to or left another server. */
    presenceChanged(sessionId: string): void {
      // A host who is the only one connected has no room yet.
      if (hasAudience(sessionId)) room(sessionId).throttles.roster.ask();
    },

    /** Catches up on missed messages: sends each changed room its changes, and who is connected. */
    refresh(): void {
      for (const sessionId of connectedTo().filter(hasAudience)) {
        this.changed(sessionId);
        room(sessionId).throttles.presence.ask();
      }
    },

    /** Brings a connection with any state up to date. */
    snapshot: (sessionId: string, audience: Audience, after?: PageEnd) =>
      readSnapshot(parts, sessionId, audience, after),

    /** Resolves when nothing is being sent. */
    async stop(): Promise<void> {
      for (const sessionId of [...rooms.keys()]) stop(sessionId);
      await updates.settled();
    },
  };

  function connectedTo(): string[] {
    const sockets = [...io.of("/").sockets.values()];
    return [...new Set(sockets.map(({ data }) => (data as { sessionId: string }).sessionId))];
  }

  function ask(sessionId: string, when?: "now" | "soon"): void {
    askStaff(sessionId, when);
    room(sessionId).throttles.students.ask(when);
  }

  // [W10] A vote changes nothing that phones show, and is not in the log.
  function askStaff(sessionId: string, when?: "now" | "soon"): void {
    const { throttles, isCrowded } = room(sessionId);
    throttles.staff.ask(when);
    // A removed seat must not stay in a rarely updated roster for seconds.
    throttles.roster.ask(isCrowded() ? when : "soon");
  }

  function forget(sessionId: string, participantId: string): void {
    const { connected, throttles } = room(sessionId);
    const devices = (connected.get(participantId) ?? 1) - 1;
    if (devices === 0) connected.delete(participantId);
    else connected.set(participantId, devices);
    throttles.roster.ask();
    throttles.presence.ask();
  }

  /** Who is connected to a session, here or elsewhere. */
  async function present(sessionId: string): Promise<ReadonlySet<string>> {
    const elsewhere = await cluster.elsewhere(sessionId).catch(() => []); // Redis is down
    return new Set([...(rooms.get(sessionId)?.connected.keys() ?? []), ...elsewhere]);
  }

  async function tellSeat(participantId: string, socketId: string | undefined): Promise<void> {
    const participant = await parts.store.participants.byId(participantId);
    const session = participant && (await parts.store.sessions.byId(participant.sessionId));
    const own = session && (await mine(parts, session, participantId));
    const devices = io.local.to(seatRoom(participantId));
    if (own) (socketId === undefined ? devices : devices.except(socketId)).emit("mine", own);
  }

  function stop(sessionId: string): void {
    for (const throttle of Object.values(rooms.get(sessionId)?.throttles ?? {})) throttle.stop();
    rooms.get(sessionId)?.writing.stop();
    if (!rooms.delete(sessionId)) return;
    forgetSession(parts, sessionId);
    cluster.here(sessionId, []).catch(() => undefined);
  }
}

export type Rooms = ReturnType<typeof createRooms>;
