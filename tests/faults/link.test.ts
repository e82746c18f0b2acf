import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { memoryOf } from "#tests/bench/processes.ts";
import { openClassroom, tallyOf } from "#tests/faults/classroom.ts";
import { throwDice } from "#tests/faults/dice.ts";
import { startProgram } from "#tests/faults/program.ts";
import { startProxy, type Weather } from "#tests/faults/proxy.ts";
import { Student } from "#tests/faults/student.ts";
import { startLoad } from "#tests/faults/voters.ts";

const STUDENTS = 30;
/** How many kinds of weather follow each other, and how long each lasts, in milliseconds. */
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

test("[B2] after a bad link has healed, every vote settles within 10 s, each once", async () => {
  const dice = throwDice("link");
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
}, 90_000);

/** A socket that enters, asks for everything again and again, and then reads nothing more. */
async function stopReading(url: string, auth: object, asks: number): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
  await new Promise<void>((resolve) => {
    socket.on("message", (data) => {
      const frame = data.toString();
      if (frame.startsWith("0")) socket.send(`40${JSON.stringify(auth)}`);
      else if (frame.startsWith("40")) resolve();
    });
  });
  socket.pause();
  for (let ask = 0; ask < asks; ask += 1) socket.send(`42${ask}["sync",{}]`);
  return socket;
}

test("clients that stop reading neither slow the others nor fill the server's memory", async () => {
  const dice = throwDice("stopped readers");
  await using program = await startProgram();
  const room = await openClassroom(program);
  const students = (await room.seats(STUDENTS)).map((seat) => new Student(program.url, room.code, seat));
  await Promise.all(students.map((student) => student.connected()));
  const voteFor = async (milliseconds: number): Promise<number> => {
    for (const { times } of students) times.length = 0;
    const load = startLoad(students, 200, dice);
    await delay(milliseconds); // how long they vote
    load.stop();
    await Promise.all(students.map((student) => student.settled()));
    const times = students.flatMap(({ times: own }) => own).sort((a, b) => a - b);
    return times[Math.floor(times.length * 0.95)] ?? 0;
  };

  await voteFor(1_000);
  const alone = await voteFor(2_000);
  const memory = memoryOf(program.pid);
  const seats = await room.seats(30);
  const readers = await Promise.all(
    seats.map(({ ticket }) => stopReading(program.url, { code: room.code, ticket }, 5)),
  );
  const beside = await voteFor(3_000);
  const grown = (memoryOf(program.pid) - memory) / 2 ** 20;
  for (const socket of readers) socket.terminate();
  for (const student of students) student.leave();
  process.stdout.write(
    `p95 ${alone.toFixed(1)} ms alone, ${beside.toFixed(1)} ms beside stopped readers; ${grown.toFixed(1)} MiB more\n`,
  );
  expect(beside).toBeLessThan(Math.max(250, 5 * alone));
  expect(grown).toBeLessThan(64);
  expect(room.rows()).toHaveLength(STUDENTS);
});
