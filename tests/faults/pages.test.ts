import { expect, test } from "vitest";
import { openClassroom, type Seat } from "#tests/faults/classroom.ts";
import { startProgram } from "#tests/faults/program.ts";
import { compare, Voter } from "#tests/faults/voters.ts";
import { childrenOf } from "#tests/support/family.ts";

test("the process that makes pages is killed: whoever is in a session votes on, and pages come back by themselves", async () => {
  await using program = await startProgram({ kind: "whole" });
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

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
