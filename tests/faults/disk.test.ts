import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { appendFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { type Classroom, openClassroom, tallyOf } from "#tests/faults/classroom.ts";
import { type Program, startProgram } from "#tests/faults/program.ts";
import { canTrace, trace } from "#tests/faults/strace.ts";
import { compare, Voter } from "#tests/faults/voters.ts";

const VOTERS = 20;
const BUSY = { ok: false, code: "busy" };
const stored = (seq: number) => ({ ok: true, seq });

/** A small disk of its own, where this user may mount one. */
function mountDisk(megabytes: number) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "resolved-disk-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder]);
  const filler = path.join(folder, "filler");
  return {
    folder,
    isMounted: status === 0,
    async fill(): Promise<void> {
      for (const bytes of [64 * 1024, 4096, 512, 1]) while (await hasRoom(bytes));
    },
    empty: () => rm(filler),
    [Symbol.dispose](): void {
      if (status === 0) spawnSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };

  async function hasRoom(bytes: number): Promise<boolean> {
    return appendFile(filler, Buffer.alloc(bytes)).then(
      () => true,
      () => false,
    );
  }
}

async function votersIn(room: Classroom, program: Program) {
  const voters = (await room.seats(VOTERS)).map((seat) => new Voter(seat));
  await Promise.all(voters.map((voter) => voter.enter(program.url, room.code)));
  return {
    voters,
    all: (answer: object) => voters.map(() => answer),
    vote: (choice: "for" | "against") => Promise.all(voters.map((voter) => voter.vote(choice))),
  };
}

const status = async (program: Program, pathname: string) => (await fetch(program.url + pathname)).status;

test("[B2] a full disk: nothing is acknowledged, the server lives, and goes on by itself when there is room", async (context) => {
  using disk = mountDisk(16);
  if (!disk.isMounted) return context.skip("this user may not mount a disk");
  await using program = await startProgram({ folder: disk.folder });
  const room = await openClassroom(program);
  const { voters, all, vote } = await votersIn(room, program);
  expect(await vote("for")).toEqual(all(stored(1)));

  await disk.fill();
  for (let attempt = 0; attempt < 5; attempt += 1) expect(await vote("against")).toEqual(all(BUSY));
  expect(await byForm(room, voters[0] as Voter)).toBe(503);
  expect((await room.post(`/api/sessions/${room.code}/join`, {})).status).toBe(503);
  await room.asHost(async (host) => {
    const { version, phase } = (await host.sync()).session;
    expect(phase).toBe("before");
    expect(await host.send("host:phase", { to: "reading", version })).toEqual(BUSY);
    expect((await host.sync()).session).toMatchObject({ version, phase });
  });
  expect(await room.tally()).toEqual({ for: VOTERS, against: 0, undecided: 0 });
  expect([await status(program, "/healthz"), await status(program, "/readyz")]).toEqual([200, 503]);

  await disk.empty();
  expect(await status(program, "/readyz")).toBe(200);
  expect(await vote("against")).toEqual(all(stored(2)));
  expect(compare(voters, room.rows())).toEqual({ missing: [], duplicates: 0 });
  expect(await room.tally()).toEqual({ for: 0, against: VOTERS, undecided: 0 });

  // And it was not only in memory.
  await program.end("SIGKILL");
  await program.start();
  expect(compare(voters, room.rows())).toEqual({ missing: [], duplicates: 0 });
  expect(await room.tally()).toEqual(tallyOf(room.rows()));
});

async function byForm(room: Classroom, { ticket }: Voter): Promise<number> {
  const ballot = { round: "before", choice: "undecided", seq: 1_000 };
  const cookie = `seat-${room.code}=${ticket}`;
  return (await room.post(`/api/sessions/${room.code}/ballot`, ballot, cookie)).status;
}

test.for([
  ["writes fail", "pwrite64", "EIO"],
  ["syncs fail", "fsync,fdatasync", "EIO"],
  ["the disk has become read-only", "pwrite64,ftruncate", "EROFS"],
  ["the quota is used up", "pwrite64", "EDQUOT"],
] as const)(
  "[B2] %s: nothing is acknowledged, and voting goes on after",
  async ([_name, calls, error], context) => {
    if (!canTrace()) return context.skip("strace is missing or may not be used");
    await using program = await startProgram();
    const room = await openClassroom(program);
    const { voters, all, vote } = await votersIn(room, program);
    expect(await vote("for")).toEqual(all(stored(1)));
    const broken = await trace(program.pid, ["-e", `trace=${calls}`, "-e", `inject=${calls}:error=${error}`]);
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await vote("against")).toEqual(all(BUSY));
    expect([await status(program, "/healthz"), await status(program, "/readyz")]).toEqual([200, 503]);
    await broken.stop();
    expect(await status(program, "/readyz")).toBe(200);
    expect(await vote("against")).toEqual(all(stored(2)));
    expect(compare(voters, room.rows())).toEqual({ missing: [], duplicates: 0 });
    expect(await room.tally()).toEqual({ for: 0, against: VOTERS, undecided: 0 });
  },
);
