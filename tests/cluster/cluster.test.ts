import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Roster } from "#debate/rules/snapshot.ts";
import { type Cluster, startCluster } from "#tests/cluster/cluster.ts";
import { type Classroom, openClassroom, tallyOf } from "#tests/faults/classroom.ts";
import { throwDice } from "#tests/faults/dice.ts";
import { Student } from "#tests/faults/student.ts";
import { compare, startLoad } from "#tests/faults/voters.ts";
import { Client, connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";

const STUDENTS = 100;
const VOTES_PER_SECOND = 200;
/** At least so many ballots a second are stored when everything shares two cores with other work. */
const LEAST_STORED = 50;

/** A class in its first vote, each student on the client of the phone, through the proxy. */
async function classIn(cluster: Cluster) {
  const room = await openClassroom(cluster);
  const students = (await room.seats(STUDENTS)).map((seat) => new Student(cluster.url, room.code, seat));
  await Promise.all(students.map((student) => student.connected()));
  return { room, students };
}

const countStored = (students: Student[]) => students.reduce((sum, { stored }) => sum + stored, 0);

/** How many ballots are stored a second, to check that the load is as claimed. */
function startCounting(students: Student[]) {
  const before = countStored(students);
  const begun = performance.now();
  return () => ((countStored(students) - before) / (performance.now() - begun)) * 1_000;
}

/** Every confirmed ballot is stored, and the host's tally equals the stored ballots. */
async function expectNothingLost(cluster: Cluster, room: Classroom, students: Student[]): Promise<void> {
  await Promise.all(students.map((student) => student.settled()));
  const rows = await cluster.rows();
  expect(compare(students, rows)).toEqual({ missing: [], duplicates: 0 });
  // Voters are drawn at random, so some may not have voted.
  expect(rows).toHaveLength(students.filter(({ acknowledged }) => acknowledged).length);
  expect(await room.tally()).toEqual(tallyOf(rows));
  // The phone retries these automatically, without showing an error.
  const refusals = new Set(students.flatMap((student) => [...student.refusals]));
  expect(["busy", "no answer"]).toEqual(expect.arrayContaining([...refusals]));
}

const percentile = (times: number[], share: number) =>
  [...times].sort((one, other) => one - other)[Math.ceil(share * times.length) - 1] ?? Number.NaN;

test("[B2] one of two servers is killed repeatedly under load: its students reconnect to the other, and nothing is lost", async () => {
  const dice = throwDice("cluster-kill");
  await using cluster = await startCluster();
  const { room, students } = await classIn(cluster);
  for (let kill = 0; kill < 3; kill += 1) {
    const victim = cluster.servers[kill % 2 === 0 ? 0 : 1];
    const load = startLoad(students, VOTES_PER_SECOND, dice);
    const perSecond = startCounting(students);
    await pause(dice.between(500, 1_000));
    expect(perSecond()).toBeGreaterThan(LEAST_STORED);
    const before = students.map(({ connections }) => connections);
    await victim.end("SIGKILL");
    const killed = performance.now();
    await pause(50); // until the phones have taken note
    const backAfter = await Promise.all(
      students.map((student) => student.connected().then(() => performance.now() - killed)),
    );
    const returned = backAfter.filter(
      (_, index) => (students[index]?.connections ?? 0) > (before[index] ?? 0),
    );
    expect(returned.length).toBeGreaterThan(0);
    expect(percentile(returned, 0.95)).toBeLessThan(5_000);
    load.stop();
    await expectNothingLost(cluster, room, students);
    await victim.start("server", "same port");
  }
  for (const student of students) student.leave();
});

test("the number of people connected is right after a server was killed, and when its students are back", async () => {
  await using cluster = await startCluster();
  const room = await openClassroom(cluster);
  const [victim, survivor] = cluster.servers;
  const seats = await room.seats(10);
  const enter = (url: string) =>
    seats.map(({ ticket }) => new Client(url, { auth: { code: room.code, ticket } }));
  await room.on(survivor.url, async (host) => {
    const students = enter(victim.url);
    await host.hearsRoster(({ connected }) => connected === seats.length);
    host.heard.splice(0);
    await victim.end("SIGKILL");
    const newest = () => host.heard.findLast(({ name }) => name === "roster")?.payload as Roster | undefined;
    await expect.poll(() => newest()?.connected, { timeout: 12_000 }).toBe(0);
    const back = enter(survivor.url);
    await Promise.all(back.map((student) => student.connected()));
    await expect.poll(() => newest()?.connected, { timeout: 5_000 }).toBe(seats.length);
    for (const student of [...students, ...back]) student.close();
  });
});

test("[B2] a rolling restart under load: no student sees an error, and nothing is lost", async () => {
  const dice = throwDice("cluster-roll");
  await using cluster = await startCluster("whole");
  const { room, students } = await classIn(cluster);
  const load = startLoad(students, VOTES_PER_SECOND, dice);
  // Pages and requests go on, too.
  let asked = 0;
  const wrong: number[] = [];
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      const response = await fetch(`${cluster.url}/s/${room.code}?at=${asked}`);
      await response.text();
      asked += 1;
      if (!response.ok) wrong.push(response.status);
      await pause(50); // each page costs as much as a hundred votes
    }
  })();
  for (const server of cluster.servers) {
    const perSecond = startCounting(students);
    await pause(dice.between(500, 1_000));
    expect(perSecond()).toBeGreaterThan(LEAST_STORED);
    expect(await server.end("SIGTERM")).toBe(0);
    await server.start("whole", "same port");
    await pause(2_500); // as docs/operations.md says: until the proxy asks it again
  }
  isOver = true;
  await asking;
  load.stop();
  await expectNothingLost(cluster, room, students);
  expect(asked).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
  for (const student of students) student.leave();
});

test("[B1][B2] a server freezes for ten seconds: the other continues, and votes waiting in the frozen one are refused or in time", async () => {
  const dice = throwDice("cluster-freeze");
  await using cluster = await startCluster();
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
  const whenClosed = await cluster.rows();
  await pause(9_000);
  process.kill(frozen.pid, "SIGCONT");
  // Ballots that waited in it are answered now, and not stored.
  await expect.poll(async () => (await fetch(`${frozen.url}/healthz`)).status, { timeout: 10_000 }).toBe(200);
  await pause(1_000);
  const byId = (one: { participantId: string }, other: { participantId: string }) =>
    one.participantId < other.participantId ? -1 : 1;
  expect((await cluster.rows()).sort(byId)).toEqual(whenClosed.sort(byId));
  expect(compare(students, whenClosed)).toEqual({ missing: [], duplicates: 0 });
  for (const student of students) student.leave();
});

test("[B2] PostgreSQL is restarted and Redis is down for ten seconds under load: nothing is lost, and everyone is in sync afterwards", async () => {
  const dice = throwDice("cluster-engines");
  await using cluster = await startCluster();
  const { room, students } = await classIn(cluster);
  const screen = await room.screen(cluster.servers[1].url);
  const load = startLoad(students, VOTES_PER_SECOND, dice);
  const perSecond = startCounting(students);
  await pause(500);
  expect(perSecond()).toBeGreaterThan(LEAST_STORED);
  await cluster.postgresql.stop();
  await pause(1_000);
  await cluster.postgresql.start();
  await pause(1_000);
  await cluster.redis.stop();
  const perSecondAlone = startCounting(students);
  await pause(10_000);
  expect(perSecondAlone()).toBeGreaterThan(LEAST_STORED);
  await cluster.redis.start();
  load.stop();
  await expectNothingLost(cluster, room, students);
  await room.on(cluster.servers[0].url, (host) => moveTo(host, "reading"));
  await screen.sees(({ phase }) => phase === "reading");
  screen.close();
  for (const student of students) student.leave();
});

test("both transports work through the proxy, and sockets on both servers receive the same", async () => {
  await using cluster = await startCluster();
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
