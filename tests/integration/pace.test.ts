import { expect, test } from "vitest";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

const STUDENTS = 100;
/** How many seconds have begun. Counting over all of them makes late arrivals harmless. */
const secondsSince = (begun: number) => Math.ceil((performance.now() - begun) / 1_000);

/** A snapshot's session without its version. */
function hearing({ socket }: Client) {
  const heard: string[] = [];
  socket.on("session", ({ version: _, ...what }) => heard.push(JSON.stringify(what)));
  return {
    heard,
    repeated: () => heard.filter((what, place) => what === heard[place - 1]),
  };
}

test("[L1] of 400 `sync` at once a seat gets 150 answers, its limit, and another seat is answered at once", async () => {
  await using server = await startServer();
  const [ada, bob] = await server.seats("student", "student");
  const begun = performance.now();
  const asked = Array.from({ length: 400 }, () => ada.send("sync", {}));
  const answers = await Promise.all(asked);
  const heard = answers.filter(({ ok }) => ok).length;
  expect(heard).toBeGreaterThanOrEqual(150);
  expect(heard).toBeLessThanOrEqual(150 + 30 * secondsSince(begun)); // with what it earns meanwhile
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, code: "too-many", retryAfter: 1 });
  expect(await bob.send("sync", {})).toMatchObject(OK);
});

test("[W10] under hundreds of votes the host is sent at most ten updates a second, students none, and no update twice", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  const students = await Promise.all(Array.from({ length: STUDENTS }, () => server.connect("student")));
  await moveTo(host, "before");
  await Promise.all(students.map((student) => student.sees(({ phase }) => phase === "before")));
  const begun = performance.now();
  const [ofHost, ...ofStudents] = [host, ...students.slice(0, 20)].map(hearing);

  // One after the other, so that there is news all the time.
  for (const student of students) expect(await student.send("ballot:cast", ballot("for"))).toMatchObject(OK);
  await host.sees(({ turnout }) => turnout.voted === STUDENTS);
  // A changed vote changes no turnout, so no one is sent an update.
  for (const student of students)
    expect(await student.send("ballot:cast", ballot("against", "before", 2))).toMatchObject(OK);
  await moveTo(host, "reading");
  await Promise.all([host, ...students].map((each) => each.sees(({ phase }) => phase === "reading")));

  expect(ofHost?.heard.length).toBeGreaterThan(3);
  const seconds = secondsSince(begun);
  // Two more: the first at once, and the move, which is all that a phone shows.
  expect(ofHost?.heard.length).toBeLessThanOrEqual(10 * seconds + 2);
  for (const { heard } of ofStudents) expect(heard.length).toBe(1);
  for (const each of [ofHost, ...ofStudents]) expect(each?.repeated()).toEqual([]);
});

test("[W10] students are sent changed rebuttals once in two seconds, and a move at once", async () => {
  await using server = await startServer();
  const [host, ada, bob] = await server.seats("host", "student", "student");
  await moveTo(host, "rebuttal");
  const batches: number[] = [];
  const second = new Promise<void>((resolve) => {
    bob.socket.on("rebuttals", () => {
      batches.push(performance.now());
      if (batches.length === 1) void ada.send("rebuttal:post", rebuttal());
      else resolve();
    });
  });
  expect(await ada.send("rebuttal:post", rebuttal())).toMatchObject(OK);
  await second;
  const [first = 0, next = 0] = batches;
  expect(next - first).toBeGreaterThan(1_500);
  const moved = performance.now();
  await moveTo(host, "after");
  await bob.sees(({ phase }) => phase === "after");
  expect(performance.now() - moved).toBeLessThan(1_500);
});

test("[W10] the list of people, once in ten seconds while 61 rebuttals are argued about, comes at once with what the host does", async () => {
  await using server = await startServer();
  const [host, ada, bob, cleo] = await server.seats("host", "student", "student", "student");
  await moveTo(host, "rebuttal");
  const known = new Set<string>();
  const all = new Promise<void>((resolve) => {
    ada.socket.on("rebuttals", ({ changed }) => {
      for (const { id } of changed) known.add(id);
      if (known.size === 61) resolve();
    });
  });
  const posts = Array.from({ length: 61 }, (_, n) =>
    [ada, bob, cleo][n % 3]?.send("rebuttal:post", rebuttal({ body: `Argument ${n}` })),
  );
  for (const answer of await Promise.all(posts)) expect(answer).toMatchObject(OK);
  await all;
  const removed = performance.now();
  expect(await host.send("host:remove", { participantIds: [cleo.participantId] })).toMatchObject(OK);
  await host.hearsRoster(({ seats }) => seats.length === 2);
  await moveTo(host, "after");
  await server.seats("student");
  await host.hearsRoster(({ seats }) => seats.length === 3);
  expect(performance.now() - removed).toBeLessThan(3_000);
});
