import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { openClassroom } from "#tests/faults/classroom.ts";
import { compare, Voter } from "#tests/faults/voters.ts";
import { childrenOf } from "#tests/support/family.ts";
import { type Program, startProgram } from "#tests/support/program.ts";
import type { Seat } from "#tests/support/requests.ts";

/** One for all tests, the least harmful first. Its log says everything. */
let program: Program;
beforeAll(async () => {
  program = await startProgram({ kind: "whole", variables: { LOG_LEVEL: "trace" } });
  return () => program[Symbol.asyncDispose]();
});

test("[O9] the Next.js process answers no other program on this machine, and no one gets its key", async () => {
  const [maker] = childrenOf(program.pid);
  const [port, ...others] = portsOf(maker as number);
  expect(others).toEqual([]);
  for (const headers of [new Headers(), new Headers({ "x-resolved-page-key": "a guess" })]) {
    const answer = await fetch(`http://127.0.0.1:${port}/join`, { headers });
    expect([answer.status, await answer.text()]).toEqual([403, ""]);
  }
  const response = await fetch(`${program.url}/join?x`, { headers: { "x-resolved-page-key": "a guess" } });
  const everything = `${JSON.stringify([...response.headers])} ${await response.text()} ${program.output}`;
  expect([response.status, everything.toLowerCase().includes("page-key")]).toEqual([200, false]);
});

test("[O10] an address with a malformed percent escape is the not-found page, and no error is logged", async () => {
  const before = program.output.length;
  const read = async (path: string) => {
    const response = await fetch(program.url + path, { redirect: "manual" });
    return {
      status: response.status,
      location: response.headers.get("location"),
      page: await response.text(),
    };
  };
  for (const path of ["/results/%E0%A4%A", "/results/%", "/results/%E0%A4%A?key=%", "/a/b%2", "/%ZZ"]) {
    const { status, page } = await read(path);
    expect([path, status]).toEqual([path, 404]);
    expect(page).toContain("not found");
  }
  // A session's address redirects to the join page, with what was typed.
  expect(await read("/s/%E0%A4%A")).toMatchObject({
    status: 303,
    location: "/join?refused=not-found&code=%25E0%25A4%25A",
  });
  expect(await read("/results/%E6%97%A5")).toMatchObject({ status: 404 });
  expect(program.output.slice(before).split("\n").filter(isError)).toEqual([]);
});

test("[L14] the Next.js process hangs: each request is answered in time, and it is replaced", async () => {
  const page = async () => (await fetch(`${program.url}/join?at=${performance.now()}`)).status;
  expect([await page(), (await fetch(`${program.url}/join`)).status]).toEqual([200, 200]);
  const [maker] = childrenOf(program.pid);
  process.kill(maker as number, "SIGSTOP");
  // Meanwhile the page rendered before is served.
  expect((await fetch(`${program.url}/join`)).status).toBe(200);
  const stuck = await Promise.all(Array.from({ length: 20 }, page));
  expect(new Set(stuck)).toEqual(new Set([503]));
  await expect.poll(page, { timeout: 20_000 }).toBe(200);
  expect(childrenOf(program.pid)).not.toContain(maker);
});

test("the Next.js process is killed: people in a session keep voting, and pages come back automatically", async () => {
  const room = await openClassroom(program);
  const voter = new Voter((await room.seats(1))[0] as Seat);
  await voter.enter(program.url, room.code);
  const page = async () => (await fetch(`${program.url}/s/${room.code}?at=${performance.now()}`)).status;
  expect(await page()).toBe(200);

  const [maker, ...others] = childrenOf(program.pid);
  expect(others).toEqual([]);
  process.kill(maker as number, "SIGKILL");
  await expect.poll(page, { timeout: 10_000 }).toBe(503);
  expect(await voter.vote("for")).toEqual({ ok: true, seq: 1 });
  await expect.poll(page, { timeout: 20_000 }).toBe(200);
  expect(compare([voter], room.rows())).toEqual({ missing: [], duplicates: 0 });

  // And it does not outlive the server.
  const [successor] = childrenOf(program.pid);
  await program.end("SIGKILL");
  await expect.poll(() => isRunning(successor as number), { timeout: 10_000 }).toBe(false);
});

/** The ports on which a process of this machine listens. */
function portsOf(pid: number): number[] {
  const sockets = readdirSync(`/proc/${pid}/fd`).map((fd) => {
    try {
      return /socket:\[(\d+)\]/u.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
    } catch {
      return undefined; // it was closed meanwhile
    }
  });
  return readFileSync("/proc/net/tcp", "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/u))
    .filter(([, , , state, , , , , , inode]) => state === "0A" && sockets.includes(inode))
    .map(([, local = ""]) => Number.parseInt(local.split(":")[1] ?? "", 16));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** What is not a line of the log, or one of an error. */
function isError(line: string): boolean {
  return line !== "" && !/^\{"level":[1-4]0,/u.test(line);
}
