import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { openClassroom } from "#tests/faults/classroom.ts";
import { canTrace, trace } from "#tests/faults/strace.ts";
import { Voter } from "#tests/faults/voters.ts";
import { temporaryFolder } from "#tests/support/files.ts";
import { outputOf } from "#tests/support/output.ts";
import { startProgram } from "#tests/support/program.ts";

const BALLOTS = 20;
const CALLS = "pwrite64,fsync,fdatasync,write,writev,sendto,sendmsg";

test("[B2] the journal is synced to the disk before the acknowledgement leaves", async (context) => {
  if (!canTrace()) return context.skip("strace is missing or may not be used");
  await using folder = await temporaryFolder();
  await using program = await startProgram();
  const room = await openClassroom(program);
  const [seat] = await room.seats(1);
  const voter = new Voter(seat as NonNullable<typeof seat>);
  await voter.enter(program.url, room.code);
  // -y names the file behind a number, -z leaves out what failed.
  const output = folder.in("trace");
  const tracer = await trace(program.pid, ["-y", "-z", "-s", "200", "-e", `trace=${CALLS}`, "-o", output]);
  // strace may leave out the call that is under way when it stops: the answer to one more ballot.
  for (let ballot = 1; ballot <= BALLOTS + 1; ballot += 1)
    expect(await voter.vote("for")).toEqual({ ok: true, seq: ballot });
  await tracer.stop();

  const calls = (await readFile(output, "utf8")).split("\n");
  for (let ballot = 1; ballot <= BALLOTS; ballot += 1) {
    const answered = calls.findIndex((call) => call.includes(`[{\\"ok\\":true,\\"seq\\":${ballot}}]`));
    expect(answered, `the acknowledgement of ballot ${ballot}`).toBeGreaterThan(0);
    const before = calls.slice(0, answered);
    const written = before.findLastIndex((call) => /pwrite64\(\d+<[^>]*-wal>/u.test(call));
    const synced = before.findLastIndex((call) => /f(data)?sync\(\d+<[^>]*-wal>\)\s*= 0/u.test(call));
    const earlier = before.findLastIndex((call) =>
      call.includes(`[{\\"ok\\":true,\\"seq\\":${ballot - 1}}]`),
    );
    expect(written, `ballot ${ballot} is written after the answer to the one before`).toBeGreaterThan(
      earlier,
    );
    expect(synced, `ballot ${ballot} is synced after it is written`).toBeGreaterThan(written);
  }
});

test("[O12] a new secret is on disk, with its folder, before anything is signed with it", async (context) => {
  if (!canTrace()) return context.skip("strace is missing or may not be used");
  await using folder = await temporaryFolder();
  const secret = JSON.stringify(path.resolve("server/identity/secret.ts"));
  const script = `const { authSecret } = await import(${secret});
    process.stdout.write((await authSecret(undefined, ${JSON.stringify(folder.in("data"))})).replace(/./gu, "signed "));`;
  const traced = ["-f", "-y", "-z", "-e", "trace=write,pwrite64,fsync,rename,renameat,renameat2,link,linkat"];
  const node = [process.execPath, "--import=tsx", "--input-type=module", "--eval", script];
  const { code } = await outputOf("strace", [...traced, "-o", folder.in("trace"), ...node], {});
  expect(code).toBe(0);
  const calls = (await readFile(folder.in("trace"), "utf8")).split("\n");
  const named = calls.findIndex((call) => /(rename|link)\w*\(.*auth-secret"/u.test(call));
  const file = calls.findIndex((call) => /fsync\(\d+<[^>]*auth-secret[^>]+>/u.test(call));
  const within = calls.findIndex((call) => /fsync\(\d+<[^>]*\/data>/u.test(call));
  const signed = calls.findIndex((call) => call.includes("signed "));
  expect(file).toBeGreaterThan(0);
  expect([file, named, within, signed]).toEqual([file, named, within, signed].toSorted((a, b) => a - b));
  expect(named).toBeGreaterThan(file);
});
