import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "vitest";
import { TABLES } from "#debate/protocol/answers/export-tables.ts";
import { CHOICES } from "#debate/rules/choices.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { outputOf } from "#tests/support/output.ts";
import type { TestServer } from "#tests/support/server.ts";

const STUDENTS = 6;
const WHY = "It moved me because it answered what I had thought before I read it.";

/** The commands as package.json has them: npm itself takes as much CPU as one of them. */
const COMMANDS = JSON.parse(await readFile("package.json", "utf8")).scripts as Record<string, string>;

/** Runs a command with these environment variables; resolves when it has ended. */
export async function run(
  command: "backup" | "restore" | "reset-password",
  url: string,
  named?: string,
  variables: Record<string, string> = {},
) {
  const [program = "", ...parameters] = COMMANDS[command]?.split(" ") ?? [];
  const all = named === undefined ? parameters : [...parameters, named];
  return outputOf(program, all, { DATABASE_URL: url, ...variables });
}

/** A command that cannot succeed says why in one line, ends with 1, and shows no password. */
export async function refusalOf(...asked: Parameters<typeof run>): Promise<string> {
  const { code, stdout, stderr } = await run(...asked);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(stderr).not.toContain("hunter2");
  return stderr;
}

type About = { migrations: string[]; counts: Record<string, number>; sha256: string };

export async function readAbout(folder: string): Promise<About> {
  return JSON.parse(await readFile(path.join(folder, "backup.json"), "utf8")) as About;
}

/** Falsifies a backup's own record. */
export async function claim(folder: string, claimed: Partial<About>): Promise<void> {
  const about = { ...(await readAbout(folder)), ...claimed };
  await writeFile(path.join(folder, "backup.json"), JSON.stringify(about));
}

/** A lesson with results, in the session that every server has. */
export async function playLesson(server: TestServer): Promise<void> {
  const host = await server.connect("host");
  const students = await Promise.all(Array.from({ length: STUDENTS }, () => server.connect("student")));
  const posted = rebuttal({ body: 'An argument with ä, 日本, a line\nand "quotes".' });
  await moveTo(host, "before");
  const first = students.map((student) => student.send("ballot:cast", ballot("undecided")));
  expect(await Promise.all(first)).toEqual(students.map(() => expect.objectContaining(OK)));
  await moveTo(host, "rebuttal");
  expect(await students[0]?.send("rebuttal:post", posted)).toMatchObject(OK);
  expect(await students[1]?.send("rebuttal:endorse", { rebuttalId: posted.id, on: true })).toMatchObject(OK);
  await moveTo(host, "after");
  const credit = { rebuttalId: posted.id, without: "undecided" as const, why: WHY };
  for (const student of students.slice(1))
    expect(await student.send("ballot:cast", { ...ballot("for", "after"), credit })).toMatchObject(OK);
  await moveTo(host, "results");
}

/** All that the instructor can see and download of a session. */
export async function reviewed(server: TestServer, code: string): Promise<unknown[]> {
  const paths = ["/results", ...TABLES.map((table) => `/export?table=${table}&format=json`)];
  return Promise.all(
    paths.map(async (suffix) => {
      const response = await server.asInstructor(`/api/sessions/${code}${suffix}`);
      expect(response.status).toBe(200);
      return response.json();
    }),
  );
}

/** Lets students vote repeatedly in their own session, from before `begin` is called until it has finished. */
export async function voteDuring<T>(server: TestServer, begin: () => Promise<T>) {
  const { code } = await server.open();
  const seats = await Promise.all(Array.from({ length: STUDENTS }, () => server.join(undefined, code)));
  const students = await Promise.all(seats.map(({ ticket }) => server.connect("student", { code, ticket })));
  await moveTo(await server.connect("host", { code }), "before");
  const counters = { confirmed: 0, last: 0 };
  const voteOnce = async () => {
    counters.last += 1;
    await Promise.all(students.map((student) => vote(student, counters.last)));
  };
  await voteOnce();
  counters.confirmed = counters.last;
  let isOver = false;
  const outcome = begin().finally(() => {
    isOver = true;
  });
  while (!isOver) await voteOnce();
  return { code, seats, ...counters, outcome: await outcome };
}

async function vote(student: Client, seq: number): Promise<void> {
  expect(await student.send("ballot:cast", ballot(choiceOf(seq), "before", seq))).toMatchObject(OK);
}

function choiceOf(seq: number) {
  return CHOICES[seq % CHOICES.length] ?? "for";
}

type Voted = Pick<Awaited<ReturnType<typeof voteDuring>>, "code" | "seats" | "confirmed" | "last">;

/** Each of these voters has one complete ballot, no older than the last confirmed before the backup. */
export async function expectBallots(server: TestServer, { code, seats, confirmed, last }: Voted) {
  const stored = await server.database.reader.ballot.findMany({ where: { session: { code } } });
  expect(stored.map(({ participantId }) => participantId).sort()).toEqual(
    seats.map(({ participantId }) => participantId).sort(),
  );
  for (const { seq, choice } of stored) {
    expect(Number(seq)).toBeGreaterThanOrEqual(confirmed);
    expect(Number(seq)).toBeLessThanOrEqual(last);
    expect(choice).toBe(choiceOf(Number(seq)));
  }
  // Phones have kept their seats, and the lesson goes on.
  for (const { ticket } of seats) await vote(await server.connect("student", { code, ticket }), last + 1);
}
