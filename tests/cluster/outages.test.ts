import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { classIn, VOTES_PER_SECOND } from "#tests/cluster/class.ts";
import { type Cluster, startCluster } from "#tests/cluster/cluster.ts";
import { openClassroom } from "#tests/faults/classroom.ts";
import { compare, startLoad } from "#tests/faults/voters.ts";
import { createDice } from "#tests/support/chance.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";

/** One for all tests, each with a session of its own. */
let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
  return () => cluster[Symbol.asyncDispose]();
});

test("both transports work through the proxy, and sockets on both servers receive the same", async () => {
  const room = await openClassroom(cluster);
  const seats = await room.seats(12);
  const clients = await Promise.all(
    seats.map(async ({ ticket, participantId }, index) => {
      return connectClient(cluster.url, {
        auth: { code: room.code, ticket },
        participantId,
        transports: [index % 2 ? "polling" : "websocket"],
        cookie: `seat-${room.code}=${ticket}`,
      });
    }),
  );
  for (const client of clients)
    expect(await client.send("ballot:cast", { round: "before", choice: "for", seq: 1 })).toEqual({
      ok: true,
      seq: 1,
    });
  await room.asHost((host) => moveTo(host, "reading"));
  await Promise.all(clients.map((client) => client.sees(({ phase }) => phase === "reading")));
  // Check that the proxy uses both servers.
  const connected = await Promise.all(
    cluster.servers.map(async ({ url }) => {
      const metrics = await (await fetch(`${url}/metrics`)).text();
      return Number(/^resolved_connections\{role="student"\} (\d+)$/mu.exec(metrics)?.[1]);
    }),
  );
  expect(connected.reduce((sum, count) => sum + count, 0)).toBe(clients.length);
  expect(Math.min(...connected)).toBeGreaterThan(0);
  for (const client of clients) client.close();
});

test("[B1][B2] a server freezes for six seconds: the other continues, and votes waiting in the frozen one are refused or in time", async () => {
  const dice = createDice();
  const { room, students } = await classIn(cluster);
  const [frozen, awake] = cluster.servers;
  const load = startLoad(students, VOTES_PER_SECOND, dice);
  await pause(500);
  process.kill(frozen.pid, "SIGSTOP");
  await pause(1_000);
  load.stop();
  // The host is on the server that is awake, and closes the vote meanwhile.
  await room.on(awake.url, async (host) => {
    await moveTo(host, "reading");
  });
  const whenClosed = await cluster.rows(room.code);
  await pause(5_000);
  process.kill(frozen.pid, "SIGCONT");
  // Ballots that waited in it are answered now, and not stored.
  await expect.poll(async () => (await fetch(`${frozen.url}/healthz`)).status, { timeout: 10_000 }).toBe(200);
  await pause(1_000);
  const byId = (one: { participantId: string }, other: { participantId: string }) =>
    one.participantId < other.participantId ? -1 : 1;
  expect((await cluster.rows(room.code)).sort(byId)).toEqual(whenClosed.sort(byId));
  expect(compare(students, whenClosed)).toEqual({ missing: [], duplicates: 0 });
  for (const student of students) student.leave();
});
