import { Server } from "socket.io";
import { expect, test } from "vitest";
import { NO_CLUSTER, type Sockets } from "#server/live/cluster.ts";
import { seatRoom } from "#server/live/room-names.ts";
import { createRooms } from "#server/live/rooms.ts";
import type { Ids } from "#server/sessions/dependencies.ts";
import { createStore } from "#server/store/store.ts";
import { startServer } from "#tests/support/server.ts";

/** A Socket.IO server with these devices of one seat, and which name each was told last. */
function devicesOf(participantId: string, ...sockets: string[]) {
  const names = new Map<string, string>();
  const io: Sockets = new Server();
  const { adapter } = io.sockets;
  for (const socket of sockets) adapter.addAll(socket, new Set([socket, seatRoom(participantId)]));
  adapter.broadcast = ({ data: [, { name }] }, { except }) => {
    for (const socket of sockets) if (!except?.has(socket)) names.set(socket, name);
  };
  return { names, io };
}

test("[W9] of two changes to a seat its devices are told the newer last, however long the older was read", async () => {
  await using server = await startServer();
  const { participantId } = await server.join();
  const rename = (name: string) =>
    server.database.write((transaction) =>
      transaction.participant.update({ where: { id: participantId }, data: { name } }),
    );
  await rename("older");
  const store = createStore(server.database);
  const { own } = store.participants;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const isRead = new Promise<void>((resolve) => {
    store.participants.own = async (id) => {
      const found = await own(id);
      if (found?.name === "older") {
        resolve();
        await held;
      }
      return found;
    };
  });
  const { io, names } = devicesOf(participantId, "phone", "tablet");
  const telling = { cluster: NO_CLUSTER, countSnapshot: () => {}, log: { error: () => {} } };
  const rooms = createRooms(io, { store, clock: Date.now, ids: {} as Ids }, telling);

  // The host's act, and one of the phone, which is not told its own.
  const older = rooms.mine(participantId);
  await isRead;
  await rename("newer");
  await rooms.mine(participantId, "phone");
  release();
  await older;
  expect(Object.fromEntries(names)).toEqual({ phone: "newer", tablet: "newer" });
});
