import type { RebuttalBatch } from "#debate/protocol/snapshot.ts";
import type { Actor } from "#debate/rules/moderation.ts";
import { rebuttalsReadable } from "#debate/rules/phases.ts";
import {
  type Audience,
  mayRead,
  moderates,
  rebuttalFor,
  viewFor,
  type WrittenRebuttal,
} from "#debate/rules/views.ts";
import type { Others, Sockets } from "#server/live/others.ts";
import { createPulse, type Pulse } from "#server/live/pulse.ts";
import { readLog } from "#server/sessions/log.ts";
import { lookAt, mine, roster, writtenSince } from "#server/sessions/look.ts";
import type { Parts } from "#server/sessions/parts.ts";
import type { Cast } from "#server/store/ballot-writer.ts";
import type { RoomRecord } from "#server/store/sessions.ts";

const ROLES = ["host", "assistant", "screen", "student"] as const satisfies Audience["role"][];
type Role = Audience["role"];
const STAFF = ["host", "assistant"] as const satisfies Actor[];

/** How often each audience hears of changes, in milliseconds; moves are told at once. */
const INTERVALS = { staff: 100, students: 1_000, roster: 1_000, log: 1_000, presence: 500 } as const;
/** The roster names every seat: in a room of thousands it is read again only as often as this share of the time allows. */
const ROSTER_SHARE = 0.1;

export const roomOf = (sessionId: string, role: Role) => `${sessionId}:${role}`;
export const seatRoom = (participantId: string) => `seat:${participantId}`;

type Log = { error(detail: object, message: string): void };

/** `told`: counts the snapshots. */
type Telling = { others: Others; told: (audience: string) => void; log: Log };

/** The rooms of all running sessions: who is connected here, and who of them hears what when. */
export function createRooms(
  io: Sockets,
  parts: Pick<Parts, "store" | "clock">,
  { others, told: count, log }: Telling,
) {
  const rooms = new Map<string, ReturnType<typeof createRoom>>();
  const beats = new Set<Promise<void>>();

  function createRoom(sessionId: string) {
    const told = { host: newEar(), assistant: newEar(), screen: newEar(), student: newEar() };
    const toldRoster = { host: "", assistant: "" };
    const toldLog = { newest: 0 };
    const connected = new Map<string, number>();
    const pulse = (interval: number, beat: () => Promise<void>, share?: number) =>
      createPulse(
        interval,
        () => {
          const beating = beat()
            .catch((error) => log.error({ err: error }, "a room could not be told"))
            .finally(() => beats.delete(beating));
          beats.add(beating);
          return beating;
        },
        share,
      );

    async function tell(...roles: Role[]): Promise<void> {
      const heard = roles.filter((role) => hasListeners(roomOf(sessionId, role)));
      if (heard.length === 0) return;
      const room = await parts.store.sessions.room(sessionId);
      if (!room) return;
      for (const role of heard) {
        tellSnapshot(role, room);
        await tellRebuttals(role, room);
      }
    }

    function tellSnapshot(role: Role, room: RoomRecord): void {
      const snapshot = viewFor(asAudience(role, null), room);
      const { version: _, ...content } = snapshot;
      const news = JSON.stringify(content);
      if (news === told[role].snapshot) return;
      told[role].snapshot = news;
      io.local.to(roomOf(sessionId, role)).emit("session", snapshot);
      count(role);
    }

    async function tellRebuttals(role: Role, room: RoomRecord): Promise<void> {
      const ear = told[role];
      const readable = moderates(role) || rebuttalsReadable(room.phase);
      // Whoever waited for the phase hears everything when it comes.
      const since = readable && ear.reads ? ear.cursor : 0;
      ear.reads = readable;
      if (!readable || since >= room.version) return;
      const [written, withdrawn] = await Promise.all([
        writtenSince(parts, room, since),
        parts.store.rebuttals.withdrawnSince(sessionId, since),
      ]);
      ear.cursor = room.version;
      if (written.length + withdrawn.length > 0) send(role, room, written, withdrawn);
    }

    function send(role: Role, room: RoomRecord, written: WrittenRebuttal[], withdrawn: string[]): void {
      const everybody = io.local.to(roomOf(sessionId, role));
      if (role !== "student") {
        everybody.emit("rebuttals", batch(asAudience(role, null), room, written, withdrawn));
        return;
      }
      const authors = [...new Set(written.map(({ participantId }) => participantId))];
      const general = batch(asAudience(role, null), room, written, withdrawn);
      everybody.except(authors.map(seatRoom)).emit("rebuttals", general);
      for (const author of authors)
        io.local
          .to(seatRoom(author))
          .emit("rebuttals", batch(asAudience(role, author), room, written, withdrawn));
    }

    const pulses = {
      staff: pulse(INTERVALS.staff, () => tell("host", "assistant", "screen")),
      students: pulse(INTERVALS.students, () => tell("student")),
      roster: pulse(
        INTERVALS.roster,
        async () => {
          const heard = STAFF.filter((role) => hasListeners(roomOf(sessionId, role)));
          if (heard.length === 0) return;
          const session = await parts.store.sessions.byId(sessionId);
          if (!session) return;
          const connected = await present(sessionId);
          for (const role of heard) {
            const seats = await roster(parts, session, connected, role);
            const news = JSON.stringify(seats);
            if (news === toldRoster[role]) continue;
            toldRoster[role] = news;
            io.local.to(roomOf(sessionId, role)).emit("roster", seats);
          }
        },
        ROSTER_SHARE,
      ),
      log: pulse(INTERVALS.log, async () => {
        const heard = STAFF.filter((role) => hasListeners(roomOf(sessionId, role)));
        if (heard.length === 0) return;
        const newest = (await parts.store.events.newest(sessionId)) ?? 0;
        const session = newest === toldLog.newest ? null : await parts.store.sessions.byId(sessionId);
        if (!session) return;
        toldLog.newest = newest;
        io.local.to(heard.map((role) => roomOf(sessionId, role))).emit("log", await readLog(parts, session));
      }),
      // Where Redis is away nobody elsewhere knows; when it is back, `refresh` tells.
      presence: pulse(INTERVALS.presence, () =>
        others.here(sessionId, [...connected.keys()]).catch(() => undefined),
      ),
    } satisfies Record<keyof typeof INTERVALS, Pulse>;

    return { pulses, connected };
  }

  function isHeard(sessionId: string): boolean {
    return ROLES.some((role) => hasListeners(roomOf(sessionId, role)));
  }

  function hasListeners(room: string): boolean {
    return (io.sockets.adapter.rooms.get(room)?.size ?? 0) > 0;
  }

  /** Whether a student listens with another device than that one. */
  function hasOthers(participantId: string, socketId: string | undefined): boolean {
    const listeners = io.sockets.adapter.rooms.get(seatRoom(participantId));
    return listeners !== undefined && (listeners.size > 1 || !listeners.has(socketId ?? ""));
  }

  function room(sessionId: string) {
    const found = rooms.get(sessionId) ?? createRoom(sessionId);
    rooms.set(sessionId, found);
    return found;
  }

  return {
    changed(sessionId: string, when?: "now" | "soon"): void {
      if (!isHeard(sessionId)) return;
      ask(sessionId, when);
      room(sessionId).pulses.log.ask("soon");
    },

    /** Ballots were stored: the rooms hear of it soon, and each student's other devices. */
    async voted(casts: Pick<Cast, "sessionId" | "participantId" | "socketId">[]): Promise<void> {
      for (const sessionId of new Set(casts.map(({ sessionId }) => sessionId)))
        if (isHeard(sessionId)) ask(sessionId);
      for (const { sessionId, participantId, socketId } of casts) {
        const devices = rooms.get(sessionId)?.connected.get(participantId) ?? 0;
        if (devices > (socketId === undefined ? 0 : 1)) await this.mine(participantId, socketId);
      }
    },

    async mine(participantId: string, socketId?: string): Promise<void> {
      if (!hasOthers(participantId, socketId)) return;
      const devices = io.local.to(seatRoom(participantId));
      const participant = await parts.store.participants.byId(participantId);
      const session = participant && (await parts.store.sessions.byId(participant.sessionId));
      const own = session && (await mine(parts, session, participantId));
      if (own) (socketId === undefined ? devices : devices.except(socketId)).emit("mine", own);
    },

    removed(participantId: string): void {
      io.local.to(seatRoom(participantId)).emit("removed", {});
      this.erased(participantId);
    },

    /** The seat is no more: its devices come back without one, and are told so. */
    erased(participantId: string): void {
      io.local.in(seatRoom(participantId)).disconnectSockets(true);
    },

    gone(sessionId: string): void {
      for (const role of ROLES) {
        io.local.to(roomOf(sessionId, role)).emit("gone", {});
        io.local.in(roomOf(sessionId, role)).disconnectSockets(true);
      }
      stop(sessionId);
    },

    arrived(sessionId: string, participantId: string): void {
      const { connected, pulses } = room(sessionId);
      connected.set(participantId, (connected.get(participantId) ?? 0) + 1);
      pulses.roster.ask();
      pulses.presence.ask();
    },

    /** A connection has ended: a student's, or with null a host's or a screen's. A room that nobody is in is forgotten. */
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

    /** Somebody came or went elsewhere. */
    presenceChanged(sessionId: string): void {
      rooms.get(sessionId)?.pulses.roster.ask();
    },

    /** Whatever was missed is heard now: each room is told again where there is news, and so is who is here. */
    refresh(): void {
      for (const [sessionId, { pulses }] of rooms) {
        this.changed(sessionId);
        pulses.presence.ask();
      }
    },

    /** Everything that one connection needs to be in step, whatever state it was in. */
    look: (sessionId: string, audience: Audience) => lookAt(parts, sessionId, audience),

    /** Resolves when nobody is being told anything any more. */
    async stop(): Promise<void> {
      for (const sessionId of [...rooms.keys()]) stop(sessionId);
      await Promise.all(beats);
    },
  };

  // Votes are in no log.
  function ask(sessionId: string, when?: "now" | "soon"): void {
    const { pulses } = room(sessionId);
    pulses.staff.ask(when);
    pulses.students.ask(when);
    pulses.roster.ask("soon");
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
    const elsewhere = await others.elsewhere(sessionId).catch(() => []); // Redis is away
    return new Set([...(rooms.get(sessionId)?.connected.keys() ?? []), ...elsewhere]);
  }

  function stop(sessionId: string): void {
    for (const pulse of Object.values(rooms.get(sessionId)?.pulses ?? {})) pulse.stop();
    if (rooms.delete(sessionId)) others.here(sessionId, []).catch(() => undefined);
  }
}

export type Rooms = ReturnType<typeof createRooms>;

/** What one audience of a room was last told. */
function newEar() {
  return { snapshot: "", cursor: 0, reads: false };
}

function asAudience(role: Role, participantId: string | null): Audience {
  return role === "student" ? { role, participantId } : { role };
}

function batch(
  audience: Audience,
  room: RoomRecord,
  written: WrittenRebuttal[],
  withdrawn: string[],
): RebuttalBatch {
  const visible = written.filter((rebuttal) => mayRead(audience, rebuttal, room.phase));
  return {
    cursor: room.version,
    changed: visible.map((rebuttal) => rebuttalFor(audience, rebuttal, room.settings)),
    removed: [...withdrawn, ...written.filter((rebuttal) => !visible.includes(rebuttal)).map(({ id }) => id)],
  };
}
