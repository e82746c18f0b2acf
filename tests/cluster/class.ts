import { expect } from "vitest";
import type { Cluster } from "#tests/cluster/cluster.ts";
import { type Classroom, openClassroom, tallyOf } from "#tests/faults/classroom.ts";
import { Student } from "#tests/faults/student.ts";
import { compare } from "#tests/faults/voters.ts";

const STUDENTS = 100;
export const VOTES_PER_SECOND = 200;
/** At least so many ballots a second are stored when everything shares two cores with other work. */
export const LEAST_STORED = 50;

/** A class in its first vote, each student on the client of the phone, through the proxy. */
export async function classIn(cluster: Cluster) {
  const room = await openClassroom(cluster);
  const students = (await room.seats(STUDENTS)).map((seat) => new Student(cluster.url, room.code, seat));
  await Promise.all(students.map((student) => student.connected()));
  return { room, students };
}

const countStored = (students: Student[]) => students.reduce((sum, { stored }) => sum + stored, 0);

/** How many ballots are stored a second, to check that the load is as claimed. */
export function startCounting(students: Student[]) {
  const before = countStored(students);
  const begun = performance.now();
  return () => ((countStored(students) - before) / (performance.now() - begun)) * 1_000;
}

/** Every confirmed ballot is stored, and the host's tally equals the stored ballots. */
export async function expectNothingLost(
  cluster: Cluster,
  room: Classroom,
  students: Student[],
): Promise<void> {
  await Promise.all(students.map((student) => student.settled()));
  const rows = await cluster.rows(room.code);
  expect(compare(students, rows)).toEqual({ missing: [], duplicates: 0 });
  // Voters are drawn at random, so some may not have voted.
  expect(rows).toHaveLength(students.filter(({ acknowledged }) => acknowledged).length);
  expect(await room.tally()).toEqual(tallyOf(rows));
  // The phone retries these automatically, without showing an error.
  const refusals = new Set(students.flatMap((student) => [...student.refusals]));
  expect(["busy", "no answer"]).toEqual(expect.arrayContaining([...refusals]));
}
