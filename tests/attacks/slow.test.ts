import { afterAll, beforeAll, expect, test } from "vitest";
import { asking, pipelined } from "#tests/attacks/pipelined.ts";
import { closed, halfSent, rawSocket } from "#tests/attacks/raw.ts";
import { type Classroom, openClassroom } from "#tests/faults/classroom.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, OK } from "#tests/support/lesson.ts";
import { type Program, startProgram } from "#tests/support/program.ts";

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
