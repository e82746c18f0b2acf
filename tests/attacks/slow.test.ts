import { once } from "node:events";
import type { Socket } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { asking, pipelined } from "#tests/attacks/pipelined.ts";
import { closed, halfSent, rawSocket } from "#tests/attacks/raw.ts";
import { type Classroom, openClassroom } from "#tests/faults/classroom.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, OK } from "#tests/support/lesson.ts";
import { type Program, startProgram } from "#tests/support/program.ts";
import { INSTRUCTOR } from "#tests/support/requests.ts";

/** The request timeout here, in milliseconds; Node allows no less than the timeout for headers. */
const REQUEST_WITHIN = 12_000;

let program: Program;
let classroom: Classroom;
let another: Classroom;
beforeAll(async () => {
  program = await startProgram({ variables: { REQUEST_WITHIN: String(REQUEST_WITHIN) } });
  classroom = await openClassroom(program);
  another = await openClassroom(program);
});
afterAll(() => program[Symbol.asyncDispose]());

/** A student joins and votes during an attack. */
async function expectVote(): Promise<void> {
  const [seat] = await classroom.seats(1);
  const student = await connectClient(program.url, { auth: { code: classroom.code, ticket: seat?.ticket } });
  expect(await student.send("ballot:cast", ballot("for"))).toMatchObject(OK);
  student.close();
}

const many = <T>(count: number, make: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => make(n)));

test("[L6] a thousand requests that stall in headers, bodies or upgrades are closed, and a student votes meanwhile", async () => {
  const { url } = program;
  const post = `POST /api/sessions/${classroom.code}/join HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n`;
  const headers = await many(400, () => halfSent(url, "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: "));
  const bodies = await many(300, () => halfSent(url, `${post}Content-Length: 500\r\n\r\n{"name":"`));
  const upgrades = await many(300, () =>
    halfSent(url, "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"),
  );
  const silent = await many(300, () => rawSocket(url));
  // Sending a byte now and then does not keep a connection open.
  const drip = setInterval(() => {
    for (const socket of [...headers, ...bodies]) socket.write("x");
  }, 500);
  await expectVote();
  const ends = [...headers, ...bodies, ...upgrades, ...silent].map(closed);
  await expectVote();
  await Promise.all(ends);
  clearInterval(drip);
  await expectVote();
});

test("[L6] polling floods: hundreds of abandoned connections and pending polls", async () => {
  const { url } = program;
  const polling = `${url}/socket.io/?EIO=4&transport=polling`;
  const opened = await many(500, async () => (await fetch(polling)).text());
  const sids = opened.map((text) => (JSON.parse(text.slice(1)) as { sid: string }).sid);
  const leaving = new AbortController();
  const park = (sid: string) => fetch(`${polling}&sid=${sid}`, { signal: leaving.signal });
  const parked = sids.map(async (sid) => (await park(sid)).text());
  const doubled = sids
    .slice(0, 100)
    .map((sid) => fetch(`${polling}&sid=${sid}`).then(({ status }) => status));
  await expectVote();
  const posted = sids.map((sid) => fetch(`${polling}&sid=${sid}`, { method: "POST", body: "3" }));
  await expectVote();
  for (const status of await Promise.all(doubled)) expect(status).toBeLessThan(500);
  leaving.abort();
  await Promise.allSettled([...parked, ...posted]);
  await expectVote();
});

test("[L6, L26] one address has at most 6,000 connections that have not authenticated, and the longest silent ones make room", async () => {
  const { url } = program;
  const { hostname, port } = new URL(url);
  const [seat, other] = await classroom.seats(2);
  const cookie = (ticket = "") => `seat-${classroom.code}=${ticket}`;
  const upgrade = (held = "") =>
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nCookie: ${held}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n`;
  const sockets: Socket[] = [];
  const upgraded = async (count: number, held?: string) => {
    const statuses = new Map<string, number>();
    await many(count, async () => {
      const socket = await halfSent(url, upgrade(held));
      sockets.push(socket);
      const [head] = (await once(socket, "data")) as [Buffer];
      const status = head.toString("latin1", 9, 12);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    });
    return statuses;
  };
  await upgraded(6_300, cookie("nobody.signed-this"));
  // Those that don't answer their close are cut off after half a second.
  await vi.waitFor(
    () => {
      const open = sockets.filter((socket) => !socket.closed).length;
      expect(open).toBeLessThanOrEqual(6_000);
    },
    { timeout: 10_000 },
  );
  // Meanwhile students with a seat are let in.
  expect(await upgraded(25, cookie(seat?.ticket))).toEqual(new Map(Object.entries({ 101: 20, 400: 5 })));
  const student = await connectClient(url, {
    auth: { code: classroom.code, ticket: other?.ticket },
    cookie: cookie(other?.ticket),
  });
  student.close();
  for (const socket of sockets) socket.destroy();
  // Their places are free only once the server has noticed that they left.
  await vi.waitFor(expectVote, { timeout: 20_000, interval: 50 });
});

test("[I4] endless password guesses are refused early, and delay no one else", async () => {
  const attempt = asking(
    "/api/auth/sign-in/email",
    {},
    { email: INSTRUCTOR.email, password: "a guess at it" },
  );
  const guessing = pipelined(program.url, Array<string>(2_000).fill(attempt));
  for (let n = 0; n < 5; n += 1) await expectVote();
  const statuses = await guessing;
  expect(statuses.get(200)).toBeUndefined();
  expect((statuses.get(401) ?? 0) + (statuses.get(429) ?? 0)).toBe(2_000);
  expect(statuses.get(401)).toBeLessThanOrEqual(30);
});

test("[L7] a script that takes seat after seat is stopped at 6,000, and students with a seat keep voting", async () => {
  const student = await connectClient(program.url, {
    auth: { code: another.code, ticket: (await another.seats(1))[0]?.ticket },
  });
  const seat = asking(`/api/sessions/${another.code}/join`, {}, {});
  const statuses = await pipelined(program.url, Array<string>(6_100).fill(seat));
  expect(statuses.get(201)).toBeLessThan(6_000);
  expect(statuses.get(201)).toBeGreaterThan(5_900);
  expect(statuses.get(429)).toBeGreaterThan(100);
  expect(await student.send("ballot:cast", ballot("against"))).toMatchObject(OK);
  student.close();
  expect((await classroom.post(`/api/sessions/${classroom.code}/join`, {})).status).toBe(201);
});
