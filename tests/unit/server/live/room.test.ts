import { Server } from "socket.io";
import { expect, test } from "vitest";
import type { RebuttalBatch } from "#debate/rules/snapshot.ts";
import { NO_CLUSTER, type Sockets } from "#server/live/cluster.ts";
import { createRoom } from "#server/live/room.ts";
import { roomOf } from "#server/live/room-names.ts";
import { createBackground } from "#server/platform/background.ts";
import type { Ids } from "#server/sessions/dependencies.ts";
import { createStore } from "#server/store/store.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** A session's room with one phone or host, and what that is sent: the name of each message and its payload. */
async function roomWith(server: TestServer, participantId: string, role: "student" | "host" = "student") {
  const store = createStore(server.database);
  const { session } = (await store.participants.access(participantId)) ?? {};
  if (!session) throw new Error("no seat");
  const sent: [name: string, payload: unknown][] = [];
  const io: Sockets = new Server();
  io.sockets.adapter.addAll("phone", new Set(["phone", roomOf(session.id, role)]));
  io.sockets.adapter.broadcast = ({ data: [name, payload] }) => void sent.push([name, payload]);
  const updates = createBackground({ error: () => {} });
  const telling = {
    ...{ cluster: NO_CLUSTER, countSnapshot: () => {}, updates },
    present: async () => new Set<string>(),
  };
  const room = createRoom(session.id, io, { store, clock: Date.now, ids: {} as Ids }, telling);
  /** Has the phones sent what changed, or by another pulse something else. */
  const look = async (pulse: keyof typeof room.throttles = "students") => {
    room.throttles[pulse].ask("now");
    await updates.settled();
    return sent.splice(0);
  };
  return { store, session, room, look };
}

/** The room of a class that argues, with the host, and Ada, whose phone is in it. */
async function arguing(server: TestServer) {
  const host = await server.connect("host");
  const ada = await server.connect("student");
  for (const phase of ["before", "rebuttal"] as const) await moveTo(host, phase);
  const inside = await roomWith(server, ada.participantId);
  inside.room.firstPhone(inside.session);
  return { host, ada, ...inside };
}

test("[W10] a connected phone is sent nothing again until something has changed", async () => {
  await using server = await startServer();
  const { host, look } = await arguing(server);
  expect(await look()).toEqual([]);
  await host.send("host:lock", { locked: true });
  expect((await look()).map(([name]) => name)).toEqual(["session"]);
});

test("[V18] after a change phones are told of picked words also where there are none, since a phone may have words that were taken back", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  const { participantId } = await server.join();
  const { session, room, look } = await roomWith(server, participantId);
  room.firstPhone(session);
  await host.send("host:lock", { locked: true });
  expect(await look()).toEqual([
    ["session", expect.objectContaining({ locked: true })],
    ["picked", []],
  ]);
});

test("[W13] a phone that read the session before a change that others were sent does not begin with that", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  const { participantId } = await server.join();
  const { store, session, room, look } = await roomWith(server, participantId);
  await moveTo(host, "before");
  const newer = (await store.participants.access(participantId))?.session ?? session;
  room.firstPhone(newer);
  expect([room.isNewest(newer), room.isNewest(session)]).toEqual([true, false]);
  await moveTo(host, "reading");
  await look();
  expect(room.isNewest(newer)).toBe(false);
});

test("[W10] a rebuttal that is posted while the words of the first phones are noted is sent", async () => {
  await using server = await startServer();
  const { ada, store, look } = await arguing(server);
  const [first, second] = [rebuttal(), rebuttal()];
  await ada.send("rebuttal:post", first);
  const { withdrawnSince } = store.rebuttals;
  store.rebuttals.withdrawnSince = async (...asked) => {
    store.rebuttals.withdrawnSince = withdrawnSince;
    await ada.send("rebuttal:post", second);
    return withdrawnSince(...asked);
  };
  const wordsOf = (sent: [string, unknown][]) =>
    sent.flatMap(([, payload]) => ((payload as RebuttalBatch).changed ?? []).map(({ id }) => id));
  expect(wordsOf(await look())).toContain(first.id);
  expect(new Set(wordsOf(await look()))).toEqual(new Set([second.id]));
});

test("[W9] a batch says of how new a state it is, also where something was hidden while it was read", async () => {
  await using server = await startServer();
  const { host, ada, store, session, look } = await arguing(server);
  const posted = rebuttal();
  await ada.send("rebuttal:post", posted);
  await look();
  const { room: read } = store.sessions;
  store.sessions.room = async (id) => {
    const found = await read(id);
    store.sessions.room = read;
    await host.send("host:moderate", { rebuttalIds: [posted.id], action: "hide" });
    return found;
  };
  await host.send("host:lock", { locked: true });
  const [batch] = (await look()).flatMap(([name, payload]) =>
    name === "rebuttals" ? [payload as RebuttalBatch] : [],
  );
  const hidden = (await store.rebuttals.ofSession(session.id)).find(({ id }) => id === posted.id);
  expect(batch).toMatchObject({ removed: [posted.id], cursor: hidden?.changed });
});

test("[R11] a log that could not be read is sent once it can be", async () => {
  await using server = await startServer();
  const { participantId } = await server.join();
  const { store, look } = await roomWith(server, participantId, "host");
  const { newestOf } = store.events;
  store.events.newestOf = async () => {
    store.events.newestOf = newestOf;
    throw new Error("the database is down");
  };
  expect(await look("log")).toEqual([]);
  expect(await look("log")).toEqual([["log", [expect.objectContaining({ kind: "opened" })]]]);
  expect(await look("log")).toEqual([]);
});
