import type { PageEnd } from "#debate/rules/snapshot.ts";
import type { Audience } from "#debate/rules/views.ts";
import type { Cluster, Sockets } from "#server/live/cluster.ts";
import { createRoom } from "#server/live/room.ts";
import { hasListeners, ROLES, type Role, roomOf, seatRoom } from "#server/live/room-names.ts";
import { createBackground } from "#server/platform/background.ts";
import { divided, ownTurn } from "#server/platform/slices.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { forgetSession } from "#server/sessions/ranking.ts";
import { lookAt, mine } from "#server/sessions/snapshot.ts";
import type { Cast } from "#server/store/database.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** So many seats are told their own state at once, where all are. */
const SEATS_AT_ONCE = 250;

/** [B10] `isWriting`: the vote has words. */
export type VoteNews = Pick<Cast, "sessionId" | "participantId" | "socketId"> & { isWriting: boolean };

type Log = { error(detail: object, message: string): void };

/** `countSnapshot`: counts sent snapshots. */
type Telling = { cluster: Cluster; countSnapshot: (audience: string) => void; log: Log };

/** The rooms of all sessions on this server: who is connected, and when they are sent what. */
export function createRooms(
  io: Sockets,
  parts: Pick<Dependencies, "store" | "clock" | "ids">,
  { cluster, countSnapshot, log }: Telling,
) {
  const rooms = new Map<string, ReturnType<typeof createRoom>>();
  const updates = createBackground(log);
  /** The seats whose own state is being read and sent, and whether it changed meanwhile. */
  const telling = new Map<string, { isChanged: boolean }>();
  let changes = 0;

  function isHeard(sessionId: string): boolean {
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
    /** How many changes were announced, in any session: a connection on its way in may miss those that come meanwhile. */
    changesSoFar: () => changes,

    changed(sessionId: string, when?: "now" | "soon"): void {
      changes += 1;
      if (!isHeard(sessionId)) return;
      ask(sessionId, when);
      room(sessionId).pulses.log.ask("soon");
    },

    /** [W10] Phones show nothing of it. */
    joined(sessionId: string): void {
      if (isHeard(sessionId)) askStaff(sessionId);
    },

    /** A rebuttal or what the class thinks of it changed, so neither the list of people nor the log did. */
    argued(sessionId: string): void {
      changes += 1;
      if (!isHeard(sessionId)) return;
      const { pulses } = room(sessionId);
      pulses.staff.ask();
      pulses.students.ask();
    },

    /** Called when ballots were stored: updates staff and screens soon, and each student's other devices. */
    async voted(casts: VoteNews[]): Promise<void> {
      changes += 1;
      for (const { sessionId, participantId, isWriting } of casts)
        if (isWriting) rooms.get(sessionId)?.writing.wrote(participantId);
      for (const sessionId of new Set(casts.map(({ sessionId }) => sessionId)))
        if (isHeard(sessionId)) askStaff(sessionId);
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
        // Also the device that made the change: what was just sent to it may be from before.
        if (now.isChanged) await this.mine(participantId);
      }
    },

    /** [W9] Tells every seat here its own state, since what was told of it may have been lost. Part by part: a hall would be a burst. */
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

    /** `session`: as the handshake read it. Answers whether that is new enough to begin with. */
    arrived(session: SessionRecord, participantId: string): boolean {
      const { connected, pulses, firstPhone, isNewest } = room(session.id);
      if (connected.size === 0) firstPhone(session);
      connected.set(participantId, (connected.get(participantId) ?? 0) + 1);
      pulses.roster.ask();
      pulses.presence.ask();
      return isNewest(session);
    },

    /** A connection has ended: a student's, or with null that of a host or screen. Drops empty rooms. */
    left(sessionId: string, participantId: string | null): void {
      if (!isHeard(sessionId)) stop(sessionId);
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
      if (isHeard(sessionId)) room(sessionId).pulses.roster.ask();
    },

    /** Catches up on missed messages: sends each changed room its changes, and who is connected. */
    refresh(): void {
      for (const sessionId of connectedTo().filter(isHeard)) {
        this.changed(sessionId);
        room(sessionId).pulses.presence.ask();
      }
    },

    /** Everything that a connection needs to be up to date, whatever state it had. */
    look: (sessionId: string, audience: Audience, after?: PageEnd) =>
      lookAt(parts, sessionId, audience, after),

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
    room(sessionId).pulses.students.ask(when);
  }

  // [W10] A vote changes nothing that phones show, and is not in the log.
  function askStaff(sessionId: string, when?: "now" | "soon"): void {
    const { pulses, isCrowded } = room(sessionId);
    pulses.staff.ask(when);
    // Where it is seldom read, whom the host removes must not stay in it for seconds.
    pulses.roster.ask(isCrowded() ? when : "soon");
  }

  function forget(sessionId: string, participantId: string): void {
    const { connected, pulses } = room(sessionId);
    const devices = (connected.get(participantId) ?? 1) - 1;
    if (devices === 0) connected.delete(participantId);
    else connected.set(participantId, devices);
    pulses.roster.ask();
    pulses.presence.ask();
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
    for (const pulse of Object.values(rooms.get(sessionId)?.pulses ?? {})) pulse.stop();
    rooms.get(sessionId)?.writing.stop();
    if (!rooms.delete(sessionId)) return;
    forgetSession(parts, sessionId);
    cluster.here(sessionId, []).catch(() => undefined);
  }
}

export type Rooms = ReturnType<typeof createRooms>;
