import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientFrame } from "#server/capacity/phones/frames.ts";
import { closed, figure, flood, rawFrames } from "#tests/attacks/raw.ts";
import { type Classroom, openClassroom } from "#tests/faults/classroom.ts";
import { type Client, connectClient } from "#tests/support/client.ts";
import { ballot, OK } from "#tests/support/lesson.ts";
import { type Program, startProgram } from "#tests/support/program.ts";
import type { Seat } from "#tests/support/requests.ts";

/** How many bytes an attack writes if nothing stops it. */
const MOST = 12 * 2 ** 20;
/** How many frames a connection may send at once: before it has authenticated, and with a seat. */
const OF_STRANGER = 100;
const OF_SEAT = 3_000;
/** How many more a seat may send while it floods: 600 a second. */
const MEANWHILE = 1_400;
/** How often each of ten students votes during the flood. */
const VOTES = 10;

let program: Program;
let classroom: Classroom;
beforeAll(async () => {
  program = await startProgram();
  classroom = await openClassroom(program);
});
afterAll(() => program[Symbol.asyncDispose]());

const many = (frame: Buffer, count = 1_000) => Buffer.concat(Array<Buffer>(count).fill(frame));
const heard = () => figure(program.url, "frames_heard");
const authOf = (seat: Seat | undefined) => ({ code: classroom.code, ticket: seat?.ticket });

async function student(): Promise<Client> {
  const [seat] = await classroom.seats(1);
  return connectClient(program.url, { auth: authOf(seat) });
}

/** How many frames are handled of a connection that repeats this one until it is closed, which is before all are accepted. */
async function heardOf(frame: Buffer, auth?: object): Promise<number> {
  const socket = await rawFrames(program.url, auth ? { auth } : {});
  const before = await heard();
  const gone = closed(socket);
  expect(await flood(socket, many(frame), MOST)).toBeLessThan(MOST);
  await gone;
  return (await heard()) - before;
}

const PING = Buffer.from([0x89, 0x80, 1, 2, 3, 4]);
const PONG = Buffer.from([0x8a, 0x80, 1, 2, 3, 4]);
const NO_EVENTS = [
  ["noop", clientFrame("6")],
  ["pong", clientFrame("3")],
] as const;

describe("[L10] a connection that floods with frames other than events is closed", () => {
  test.for(NO_EVENTS)("after 100 frames without a seat: %s", async ([_, frame]) => {
    expect(await heardOf(frame)).toBeLessThanOrEqual(OF_STRANGER + 1);
  });

  test.for(NO_EVENTS)("after 3,000 frames with a seat: %s", async ([_, frame]) => {
    const [seat] = await classroom.seats(1);
    expect(await heardOf(frame, authOf(seat))).toBeLessThan(OF_SEAT + MEANWHILE);
  });

  test.for([
    ["pings", PING],
    ["pongs", PONG],
  ] as const)("after 100 WebSocket %s, with a seat and without", async ([_, frame]) => {
    const [seat] = await classroom.seats(1);
    expect(await heardOf(frame)).toBeLessThan(2 * OF_STRANGER);
    expect(await heardOf(frame, authOf(seat))).toBeLessThan(2 * OF_STRANGER);
  });

  test("after 100 probes for an upgrade to WebSocket", async () => {
    const opened = await (await fetch(`${program.url}/socket.io/?EIO=4&transport=polling`)).text();
    const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
    const socket = await rawFrames(program.url, { sid });
    const before = await heard();
    const gone = closed(socket);
    expect(await flood(socket, many(clientFrame("2probe")), MOST)).toBeLessThan(MOST);
    await gone;
    expect((await heard()) - before).toBeLessThanOrEqual(OF_STRANGER + 1);
  });

  test("after 100 packets in one request of long polling", async () => {
    const polling = `${program.url}/socket.io/?EIO=4&transport=polling`;
    const opened = await (await fetch(polling)).text();
    const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
    const before = await heard();
    const post = () =>
      fetch(`${polling}&sid=${sid}`, { method: "POST", body: Array(8_000).fill("6").join("\x1e") });
    await post().catch(() => undefined);
    expect((await post()).status).toBe(400);
    expect((await heard()) - before).toBeLessThanOrEqual(OF_STRANGER + 1);
  });

  test("after 64 fragments of one message", async () => {
    const socket = await rawFrames(program.url);
    socket.write(Buffer.from([0x01, 0x80, 0, 0, 0, 0]));
    socket.write(many(Buffer.from([0x00, 0x80, 0, 0, 0, 0]), 65));
    // WebSocket closes with 1008 (policy violation), then waits for the other end.
    for await (const bytes of socket as AsyncIterable<Buffer>)
      if (bytes.includes(Buffer.from([0x88, 2, 0x03, 0xf0]))) break;
    expect(socket.destroyed).toBe(true);
  });
});

test("[L10] an unsolicited acknowledgement closes the connection at once, with a seat and without", async () => {
  const answer = clientFrame("430[]");
  const [seat] = await classroom.seats(1);
  expect(await heardOf(answer)).toBe(1);
  expect(await heardOf(answer, authOf(seat))).toBe(1);
  expect(await heardOf(clientFrame("461-0[]"), authOf(seat))).toBe(1);
  // It may come back.
  (await rawFrames(program.url, { auth: authOf(seat) })).destroy();
});

test("[L10] while any number of connections flood, every vote is answered", async () => {
  const voters = await Promise.all(Array.from({ length: 10 }, student));
  const [seat] = await classroom.seats(1);
  let isOver = false;
  let written = 0;
  /** One attack of each kind at a time; a closed connection is opened again. */
  const attacks = [{}, { auth: authOf(seat) }].flatMap((as) =>
    [clientFrame("6"), clientFrame("430[]"), PING].map(async (frame) => {
      while (!isOver) {
        const socket = await rawFrames(program.url, as).catch(() => null);
        if (!socket) continue;
        written += await flood(socket, many(frame), MOST);
        socket.destroy();
      }
    }),
  );
  for (let seq = 1; seq <= VOTES; seq += 1)
    await Promise.all(
      voters.map(async (voter) =>
        expect(await voter.send("ballot:cast", ballot("for", "before", seq))).toMatchObject(OK),
      ),
    );
  isOver = true;
  await Promise.all(attacks);
  for (const voter of voters) voter.close();
  expect(written).toBeGreaterThan(2 ** 20);
});
