import { expect, test, vi } from "vitest";
import { createAccessRecheck } from "#server/live/access-recheck.ts";
import type { Sockets } from "#server/live/cluster.ts";
import type { Rooms } from "#server/live/rooms.ts";
import { createStore } from "#server/store/store.ts";
import { startServer } from "#tests/support/server.ts";

test("[J2] rechecking 5,000 seats takes a dozen reads, and one read if nothing happened since", async () => {
  await using server = await startServer();
  const { id: sessionId } = await server.database.reader.session.findFirstOrThrow();
  const seats = Array.from({ length: 5_000 }, (_, n) => `seat ${n}`);
  // By Prisma, 5,000 rows take seconds.
  await server.database.write(
    (transaction) =>
      transaction.$executeRaw`
      INSERT INTO "participant" ("id", "sessionId", "name", "nameKey", "joinedAt", "removedAt")
      SELECT value, ${sessionId}, value, value, 0, CASE value WHEN 'seat 0' THEN 1 END FROM json_each(${JSON.stringify(seats)})`,
  );
  const sockets = new Map(
    seats.map((id) => [id, { data: { role: "student", sessionId, participantId: id } }]),
  );
  const io = { sockets: { sockets, adapter: { rooms: new Map() } } } as unknown as Sockets;
  const rooms = { removed: vi.fn(), erased: vi.fn(), gone: vi.fn() };
  const look = createAccessRecheck(io, { store: createStore(server.database) }, rooms as unknown as Rooms);
  const { participant } = server.database.reader;
  const reads = [vi.spyOn(participant, "findMany"), vi.spyOn(server.database, "rows")];
  const readsOf = async (work: Promise<void>) => {
    for (const read of reads) read.mockClear();
    await work;
    return reads.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  };

  // The session, ten times 500 seats, and why the one that has no place has none; the server may read something meanwhile.
  expect(await readsOf(look.all())).toBeLessThan(16);
  expect(rooms.removed.mock.calls).toEqual([["seat 0"]]);
  expect(rooms.erased).not.toHaveBeenCalled();
  expect(await readsOf(look.all())).toBeLessThan(5);
  await server.join();
  const again = await readsOf(look.all());
  expect(again).toBeGreaterThanOrEqual(12);
  expect(again).toBeLessThan(16);
});
