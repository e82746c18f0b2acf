import { expect, test } from "vitest";
import { openClassroom, tallyOf } from "#tests/faults/classroom.ts";
import { Student } from "#tests/faults/student.ts";
import { compare, startLoad } from "#tests/faults/voters.ts";
import { createDice } from "#tests/support/chance.ts";
import { startProgram } from "#tests/support/program.ts";

const STUDENTS = 100;

test("[B2] SIGTERM under load: exit code 0 within 5 s, nothing acknowledged is lost, and everyone reconnects", async () => {
  const dice = createDice();
  await using program = await startProgram({ kind: "whole" });
  const room = await openClassroom(program);
  const students = (await room.seats(STUDENTS)).map((seat) => new Student(program.url, room.code, seat));
  await Promise.all(students.map((student) => student.connected()));
  const connections = () => students.map(({ connections }) => connections);

  const load = startLoad(students, 500, dice);
  await new Promise((resolve) => setTimeout(resolve, dice.between(200, 1_000)));
  const before = connections();
  const asked = performance.now();
  expect(await program.end("SIGTERM"), program.output).toBe(0);
  expect(performance.now() - asked).toBeLessThan(5_000);
  load.stop();
  expect(compare(students, room.rows())).toEqual({ missing: [], duplicates: 0 });

  // The clients reconnect on their own, and send again what had no answer.
  await program.start("whole", "same port");
  await Promise.all(students.map((student) => student.settled()));
  await Promise.all(students.map((student) => student.connected()));
  expect(connections()).toEqual(before.map((count) => count + 1));
  expect(compare(students, room.rows())).toEqual({ missing: [], duplicates: 0 });
  expect(await room.tally()).toEqual(tallyOf(room.rows()));
  for (const student of students) student.leave();
});
