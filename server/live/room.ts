import { hasQuietActivity } from "#debate/activities/open.ts";
import type { Actor } from "#debate/rules/moderation.ts";
import { rebuttalsReadable } from "#debate/rules/phases.ts";
import { type Audience, moderates, viewFor } from "#debate/rules/views.ts";
import type { Cluster, Sockets } from "#server/live/cluster.ts";
import { INTERVALS, intervalOf, isCrowded } from "#server/live/intervals.ts";
import { createPhones } from "#server/live/phones.ts";
import { asOf, batchesFor } from "#server/live/rebuttal-batches.ts";
import { clickerRoom, hasListeners, type Role, roomOf } from "#server/live/room-names.ts";
import { createThrottle, type Throttle } from "#server/live/throttle.ts";
import { createWriting } from "#server/live/writing.ts";
import type { Background } from "#server/platform/background.ts";
import { classTallies } from "#server/sessions/class-tallies.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { pickedOnceOpen, withWallWords } from "#server/sessions/picked-words.ts";
import { readLog } from "#server/sessions/read-log.ts";
import { resultFor } from "#server/sessions/reveal-message.ts";
import { roster, writtenSince } from "#server/sessions/snapshot.ts";
import { type SessionRecord, versionOnPhones } from "#server/store/sessions/session-rows.ts";
import type { RoomRecord } from "#server/store/sessions/sessions.ts";

const STAFF = ["host", "assistant"] as const satisfies Actor[];

/** The roster lists every seat, so reading it may take only this share of the time. */
const ROSTER_SHARE = 0.02;

type RoomParts = {
  cluster: Cluster;
  /** Counts sent snapshots. */
  countSnapshot: (audience: string) => void;
  /** Updates in progress. */
  updates: Background;
  /** Who is connected to a session, here or elsewhere. */
  present: (sessionId: string) => Promise<ReadonlySet<string>>;
};

/** A session's room on this server: sends each audience its changes, throttled. */
export function createRoom(
  sessionId: string,
  io: Sockets,
  parts: Pick<Dependencies, "store" | "clock" | "ids">,
  { cluster, countSnapshot, updates, present }: RoomParts,
) {
  const lastSent = {
    host: audienceState(),
    assistant: audienceState(),
    screen: audienceState(),
    student: audienceState(),
  };
  const lastRoster = { host: "", assistant: "" };
  const lastLog = { newest: 0 };
  const lastResult = new Map<string, { version: number; json: string }>();
  const clicker = clickerRoom(sessionId);
  const connected = new Map<string, number>();
  const phones = createPhones(io, sessionId, () => throttles.students.ask());
  /** The version that all phones have. */
  let phonesHave: number | null = null;
  /** The newest version that any phone has, or is being sent. */
  let newest = 0;
  /** [B10] */
  const writing = createWriting(() => throttles.writing.ask());
  const throttle = (interval: number | (() => number), tick: () => Promise<void>, share?: number) =>
    createThrottle(interval, () => updates.run(tick()), share);

  async function tell(...roles: Role[]): Promise<void> {
    const listening = roles.filter((role) => hasListeners(io, roomOf(sessionId, role)));
    if (listening.length === 0) return;
    const found = await parts.store.sessions.room(sessionId);
    if (!found) return;
    if (listening.includes("student")) newest = Math.max(newest, versionOnPhones(found));
    // [V18] Phones don't show the words of voters on the wall, so they don't wait for them.
    const words = listening.every((role) => role === "student") ? null : withWallWords(parts, found);
    // Send the rest even if these can't be counted.
    const worded = (await words?.catch(() => null)) ?? found;
    const isAlone = listening.every((role) => role === "host");
    const publicTallies = isAlone ? null : await classTallies(parts, found).catch(() => null);
    const room = { ...worded, publicTallies };
    for (const role of listening) {
      if (role === "screen") await tellWall(room);
      else {
        tellSnapshot(role, room);
        await tellRebuttals(role, room);
      }
    }
    const hearers = listening.map((role): [string, Audience] => [
      roomOf(sessionId, role),
      asAudience(role, null),
    ]);
    if (hasListeners(io, clicker)) hearers.push([clicker, { role: "screen", steps: true }]);
    await Promise.all(hearers.map(([to, audience]) => tellResult(to, audience, room)));
    for (const role of listening) if (role !== "screen") await tellPicked(role, room);
    await words;
  }

  /** [W13] Phones get a snapshot as they connect, and then only newer ones. */
  function firstPhone(session: SessionRecord): void {
    const { version, phase } = session;
    newest = Math.max(newest, versionOnPhones(session));
    phonesHave = hasQuietActivity(session) ? null : versionOnPhones(session);
    phones.enter(phase, false);
    const [reads, mustNoteWords] = [rebuttalsReadable(phase), true];
    Object.assign(lastSent.student, { snapshot: "", picked: "", cursor: version, reads, mustNoteWords });
    lastResult.delete(roomOf(sessionId, "student"));
  }

  const isOnAllPhones = (role: Role, room: RoomRecord): boolean =>
    role === "student" && versionOnPhones(room) === phonesHave;

  /** Whether a phone that connects with this state is as new as the others. */
  const isNewest = (session: SessionRecord): boolean => versionOnPhones(session) >= newest;

  /** [V18] Sends the words that the host picked, once the class may read the results. */
  async function tellPicked(role: Role, room: RoomRecord): Promise<void> {
    const picked = (await pickedOnceOpen(parts, room)) ?? [];
    const json = JSON.stringify(picked);
    if (json === lastSent[role].picked) return;
    lastSent[role].picked = json;
    if (isOnAllPhones(role, room)) return;
    io.local.to(roomOf(sessionId, role)).emit("picked", picked);
  }

  /** [V14] Sends what the step shows, after the snapshot that names the step: counting must not delay that. */
  async function tellResult(to: string, audience: Audience, room: RoomRecord): Promise<void> {
    const last = lastResult.get(to);
    if (last?.version === room.version) return;
    const result = await resultFor(parts, room, audience);
    const json = JSON.stringify(result);
    lastResult.set(to, { version: room.version, json });
    const isKnown = last === undefined && isOnAllPhones(audience.role, room);
    if (result && json !== last?.json && !isKnown)
      io.local
        .to(to)
        .except(to === clicker ? [] : clicker)
        .emit("result", result);
  }

  /**
   * [V12] Sends the screen the rebuttal on the wall, together with the snapshot that puts it there, and the ids of
   * those taken down.
   */
  async function tellWall(room: RoomRecord): Promise<void> {
    const state = lastSent.screen;
    const reads = rebuttalsReadable(room.phase);
    const written = reads ? await writtenSince(parts, room, 0) : [];
    const removed = reads ? await takenDownSince(state.cursor) : [];
    const batches = batchesFor({ role: "screen" }, { room, written, withdrawn: [] });
    const changed = batches.flatMap((batch) => batch.changed);
    const cursor = asOf(room, written).version;
    tellSnapshot("screen", room);
    const wall = JSON.stringify(changed);
    if (wall !== state.wall || removed.length > 0)
      io.local.to(roomOf(sessionId, "screen")).emit("rebuttals", { cursor, changed, removed });
    Object.assign(state, { wall, cursor: room.version });
  }

  async function takenDownSince(version: number): Promise<string[]> {
    const { rebuttals } = parts.store;
    const hidden = (await rebuttals.ofSession(sessionId)).filter(
      ({ status, changed }) => status === "hidden" && changed > version,
    );
    return [...(await rebuttals.withdrawnSince(sessionId, version)), ...hidden.map(({ id }) => id)];
  }

  function tellSnapshot(role: Role, room: RoomRecord): void {
    const snapshot = viewFor(asAudience(role, null), room);
    const { version: _, joined, turnout, ...content } = snapshot;
    // [W10] Phones show neither how many have joined nor how many have voted.
    const json = JSON.stringify(role === "student" ? content : { ...content, joined, turnout });
    if (json === lastSent[role].snapshot) return;
    lastSent[role].snapshot = json;
    if (isOnAllPhones(role, room)) return;
    io.local.to(roomOf(sessionId, role)).emit("session", snapshot);
    countSnapshot(role);
  }

  async function tellRebuttals(role: Role, room: RoomRecord): Promise<void> {
    const state = lastSent[role];
    const readable = moderates(role) || rebuttalsReadable(room.phase);
    // Clients that waited for the phase get everything when it begins.
    const since = readable && state.reads ? state.cursor : 0;
    if (role === "student") phones.enter(room.phase, state.reads);
    state.reads = readable;
    if (!readable) return;
    const [changed, withdrawn] =
      since < room.version
        ? await Promise.all([
            writtenSince(parts, room, since),
            parts.store.rebuttals.withdrawnSince(sessionId, since),
          ])
        : [[], []];
    if (role === "student" && state.mustNoteWords) await noteWords(since);
    state.cursor = Math.max(state.cursor, room.version);
    const changes = { room: asOf(room, changed), written: changed, withdrawn };
    if (role === "student") phones.tell(changes);
    else if (changed.length + withdrawn.length > 0)
      for (const batch of batchesFor({ role }, changes))
        io.local.to(roomOf(sessionId, role)).emit("rebuttals", batch);
  }

  /** Notes the words that the first phones got as they connected. */
  async function noteWords(version: number): Promise<void> {
    const rebuttals = await parts.store.rebuttals.ofSession(sessionId);
    phones.know(rebuttals.filter(({ changed }) => changed <= version));
    lastSent.student.mustNoteWords = false;
  }

  const throttles = {
    staff: throttle(
      () => intervalOf("staff", phones.discussed()),
      () => tell("host", "assistant", "screen"),
    ),
    students: throttle(
      () => intervalOf("students", phones.discussed()),
      () => tell("student"),
    ),
    roster: throttle(
      () => intervalOf("roster", phones.discussed()),
      async () => {
        const listening = STAFF.filter((role) => hasListeners(io, roomOf(sessionId, role)));
        if (listening.length === 0) return;
        const session = await parts.store.sessions.byId(sessionId);
        if (!session) return;
        const connected = await present(sessionId);
        for (const role of listening) {
          const seats = await roster(parts, session, connected, role);
          const json = JSON.stringify(seats);
          if (json === lastRoster[role]) continue;
          lastRoster[role] = json;
          io.local.to(roomOf(sessionId, role)).emit("roster", seats);
        }
      },
      ROSTER_SHARE,
    ),
    log: throttle(INTERVALS.log, async () => {
      const listening = STAFF.filter((role) => hasListeners(io, roomOf(sessionId, role)));
      if (listening.length === 0) return;
      const newest = (await parts.store.events.newest(sessionId)) ?? 0;
      const session = newest === lastLog.newest ? null : await parts.store.sessions.byId(sessionId);
      if (!session) return;
      for (const role of listening)
        io.local.to(roomOf(sessionId, role)).emit("log", await readLog(parts, session, role));
      lastLog.newest = newest;
    }),
    // Lost while Redis is down; `refresh` publishes it again.
    presence: throttle(INTERVALS.presence, () =>
      cluster.here(sessionId, [...connected.keys()]).catch(() => undefined),
    ),
    writing: throttle(INTERVALS.writing, async () => {
      io.local.to(roomOf(sessionId, "host")).emit("writing", { count: writing.count() });
    }),
  } satisfies Record<keyof typeof INTERVALS, Throttle>;

  return {
    throttles,
    writing,
    connected,
    firstPhone,
    isNewest,
    isCrowded: () => isCrowded(phones.discussed()),
  };
}

/** What one audience of a room was last sent. */
function audienceState() {
  return { snapshot: "", cursor: 0, reads: false, mustNoteWords: false, wall: "[]", picked: "[]" };
}

function asAudience(role: Role, participantId: string | null): Audience {
  return role === "student" ? { role, participantId } : { role };
}
