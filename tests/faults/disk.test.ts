import { beforeAll, describe, expect, test } from "vitest";
import { type Classroom, openClassroom, tallyOf } from "#tests/faults/classroom.ts";
import { canTrace, trace } from "#tests/faults/strace.ts";
import { compare, Voter } from "#tests/faults/voters.ts";
import { mountDisk } from "#tests/support/disk.ts";
import { type Program, startProgram } from "#tests/support/program.ts";
import { CREDENTIALS } from "#tests/support/requests.ts";

const VOTERS = 20;
const BUSY = { ok: false, code: "busy" };
const stored = (seq: number) => ({ ok: true, seq });

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

describe("a disk that is full", () => {
  let disk: ReturnType<typeof mountDisk>;
  let program: Program;
  beforeAll(async () => {
    disk = mountDisk(16);
    if (disk.isMounted) program = await startProgram({ folder: disk.folder });
    return async () => {
      if (disk.isMounted) await program[Symbol.asyncDispose]();
      disk[Symbol.dispose]();
    };
  });

  test("[B2] a full disk: nothing is acknowledged, the server keeps running, and continues once there is space", async (context) => {
    if (!disk.isMounted) return context.skip("this user may not mount a disk");
    const room = await openClassroom(program);
    const { voters, all, vote } = await votersIn(room, program);
    expect(await vote("for")).toEqual(all(stored(1)));

    await disk.fill();
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await vote("against")).toEqual(all(BUSY));
    expect(await voteByForm(program, room, voters[0] as Voter)).toBe(`/s/${room.code}?refused=busy`);
    expect((await room.post(`/api/sessions/${room.code}/join`, {})).status).toBe(503);
    expect(await joinByForm(program, room)).toBe(`/s/${room.code}?refused=busy`);
    const signedIn = await room.post("/api/auth/sign-in/email", CREDENTIALS);
    expect([signedIn.status, await signedIn.json()]).toEqual([
      503,
      { error: expect.objectContaining({ code: "busy" }) },
    ]);
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

  test("[T7] /readyz says that the disk is full though no one has sent anything, and 200 once there is space", async (context) => {
    if (!disk.isMounted) return context.skip("this user may not mount a disk");
    const ready = async () => {
      const answer = await fetch(`${program.url}/readyz`);
      return [answer.status, await answer.json()];
    };
    await disk.fill();
    expect(await ready()).toEqual([503, { ok: false, failing: ["database"], reason: "The disk is full." }]);
    await disk.empty();
    expect(await ready()).toEqual([200, { ok: true }]);
  });
});

/** The address to which the plain forms of a phone without scripts redirect. */
async function form(url: string, fields: Record<string, string>, cookie = ""): Promise<string | null> {
  const body = new URLSearchParams(fields);
  const response = await fetch(url, { method: "POST", redirect: "manual", headers: { cookie }, body });
  return response.headers.get("location");
}
const voteByForm = ({ url }: Program, { code }: Classroom, { ticket }: Voter) => {
  const fields = { round: "before", choice: "undecided", seq: "1000" };
  return form(`${url}/api/sessions/${code}/ballot`, fields, `seat-${code}=${ticket}`);
};
const joinByForm = ({ url }: Program, { code }: Classroom) =>
  form(`${url}/api/sessions/${code}/join`, { name: "Ada" }, "cookies=work");

describe("a disk that fails", () => {
  let program: Program;
  let room: Classroom;
  let everyone: Awaited<ReturnType<typeof votersIn>>;
  let seq = 0;
  beforeAll(async () => {
    program = await startProgram();
    room = await openClassroom(program);
    everyone = await votersIn(room, program);
    return () => program[Symbol.asyncDispose]();
  });

  test.for([
    ["writes fail", "pwrite64", "EIO"],
    ["syncs fail", "fsync,fdatasync", "EIO"],
  ] as const)(
    "[B2] %s: nothing is acknowledged, and voting continues afterwards",
    async ([_name, calls, error], context) => {
      if (!canTrace()) return context.skip("strace is missing or may not be used");
      const { voters, all, vote } = everyone;
      const first = seq + 1;
      seq += 2;
      expect(await vote("for")).toEqual(all(stored(first)));
      const broken = await trace(program.pid, [
        "-e",
        `trace=${calls}`,
        "-e",
        `inject=${calls}:error=${error}`,
      ]);
      for (let attempt = 0; attempt < 5; attempt += 1) expect(await vote("against")).toEqual(all(BUSY));
      expect([await status(program, "/healthz"), await status(program, "/readyz")]).toEqual([200, 503]);
      await broken.stop();
      expect(await status(program, "/readyz")).toBe(200);
      expect(await vote("against")).toEqual(all(stored(first + 1)));
      expect(compare(voters, room.rows())).toEqual({ missing: [], duplicates: 0 });
      expect(await room.tally()).toEqual({ for: 0, against: VOTERS, undecided: 0 });
    },
  );
});
