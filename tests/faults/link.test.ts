import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { openClassroom, tallyOf } from "#tests/faults/classroom.ts";
import { startProxy, type Weather } from "#tests/faults/proxy.ts";
import { Student } from "#tests/faults/student.ts";
import { startLoad } from "#tests/faults/voters.ts";
import { createDice } from "#tests/support/chance.ts";
import { Client } from "#tests/support/client.ts";
import { moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { startProgram } from "#tests/support/program.ts";

const STUDENTS = 30;
/** The second test: how many rebuttals there are, how many clients do not read, how often each asks for everything. */
const REBUTTALS = 100;
const READERS = 10;
const ASKS = 100;
/** How often the link's faults change, and how long each lasts, in milliseconds. */
const CHANGES = 12;
const LASTS = 400;
const HEALED_WITHIN = 10_000;

const WEATHERS: Record<string, Partial<Weather>> = {
  slow: { delay: 150, jitter: 300 },
  throttled: { bytesPerSecond: 2_000 },
  stalled: { stalls: true },
  cutting: { cuts: 0.15 },
  "slow and cutting": { delay: 30, jitter: 100, cuts: 0.05 },
};

test("[B2] after a bad connection recovers, every vote is stored once within 10 s", async () => {
  const dice = createDice();
  await using program = await startProgram();
  await using link = await startProxy(program.url, dice);
  const room = await openClassroom(program);
  const students = (await room.seats(STUDENTS)).map((seat) => new Student(link.url, room.code, seat));
  await Promise.all(students.map((student) => student.connected()));

  const load = startLoad(students, 150, dice);
  const names = Object.keys(WEATHERS);
  for (let change = 0; change < CHANGES; change += 1) {
    link.set(WEATHERS[names[change] ?? dice.pick(names)] ?? {});
    await delay(LASTS); // how long the weather lasts
  }
  load.stop();
  const waiting = students.filter(({ pending }) => pending).length;
  link.set({});
  const healed = performance.now();
  await Promise.all(students.map((student) => student.settled()));
  const took = performance.now() - healed;

  expect(took).toBeLessThan(HEALED_WITHIN);
  expect(link.seen.cuts).toBeGreaterThan(0);
  expect(waiting).toBeGreaterThan(0);
  const rows = room.rows();
  const stored = new Map(rows.map(({ participantId, seq, choice }) => [participantId, { seq, choice }]));
  expect(rows).toHaveLength(STUDENTS);
  expect(stored).toEqual(new Map(students.map((student) => [student.participantId, student.acknowledged])));
  expect(await room.tally()).toEqual(tallyOf(rows));
  for (const student of students) student.leave();
  process.stdout.write(
    `${students.flatMap(({ times }) => times).length} ballots over ${link.seen.connections} connections, ` +
      `${link.seen.cuts} cut in mid-frame; ${waiting} waited at the healing, all settled ${took.toFixed(0)} ms later\n`,
  );
});

/** A socket that enters, asks for everything repeatedly, and stops reading; `closed` resolves when it was cut off. */
async function stopReading(
  url: string,
  auth: object,
): Promise<{ socket: WebSocket; closed: Promise<unknown> }> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
  await new Promise<void>((resolve) => {
    socket.on("message", (data) => {
      const frame = data.toString();
      if (frame.startsWith("0")) socket.send(`40${JSON.stringify(auth)}`);
      else if (frame.startsWith("40")) resolve();
    });
  });
  socket.on("error", () => undefined); // which is how some hear that they were cut off
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.pause();
  for (let ask = 0; ask < ASKS; ask += 1) socket.send(`42${ask}["sync",{}]`);
  return { socket, closed };
}

test("[L8] only clients that stop reading are disconnected, and they do not slow the others", async () => {
  await using program = await startProgram();
  const room = await openClassroom(program);
  const students = (await room.seats(STUDENTS)).map(
    ({ ticket }) => new Client(program.url, { auth: { code: room.code, ticket } }),
  );
  let cut = 0;
  for (const { socket } of students) socket.on("disconnect", () => (cut += 1));
  await Promise.all(students.map((student) => student.connected()));
  await room.asHost((host) => moveTo(host, "rebuttal"));
  const rebuttals = Array.from({ length: REBUTTALS }, () =>
    rebuttal({ body: "No port, no peace. ".repeat(14) }),
  );
  for (const [index, each] of rebuttals.entries())
    expect(await students[index % STUDENTS]?.send("rebuttal:post", each)).toMatchObject(OK);

  /** Everybody endorses again and again, and each time is answered. */
  const endorsing = async (): Promise<void> => {
    const endorse = async (student: Client, neighbour: number): Promise<void> => {
      const rebuttalId = rebuttals[neighbour % STUDENTS]?.id ?? "";
      for (let time = 0; time < 10; time += 1) {
        expect(await student.send("rebuttal:endorse", { rebuttalId, on: time % 2 === 0 })).toMatchObject(OK);
      }
    };
    await Promise.all(students.map((student, index) => endorse(student, index + 1)));
  };

  const seats = await room.seats(READERS);
  const readers = await Promise.all(
    seats.map(({ ticket }) => stopReading(program.url, { code: room.code, ticket })),
  );
  await endorsing();
  // Once they read again, they learn that they were disconnected.
  for (const { socket } of readers) socket.resume();
  await Promise.all(readers.map(({ closed }) => closed));
  expect(cut).toBe(0);
  for (const student of students) student.close();
});
