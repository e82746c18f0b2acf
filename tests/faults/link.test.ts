import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { openClassroom, tallyOf } from "#tests/faults/classroom.ts";
import { startProxy, type Weather } from "#tests/faults/proxy.ts";
import { Student } from "#tests/faults/student.ts";
import { startLoad } from "#tests/faults/voters.ts";
import { createDice } from "#tests/support/chance.ts";
import { startProgram } from "#tests/support/program.ts";

const STUDENTS = 30;
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
