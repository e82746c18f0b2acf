import { cp, mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  claim,
  expectBallots,
  playLesson,
  readAbout,
  refusalOf,
  reviewed,
  run,
  voteDuring,
} from "#tests/support/backups.ts";
import { temporaryFolder } from "#tests/support/files.ts";
import { startServer } from "#tests/support/server.ts";

const databaseIn = (folder: string) => `file:${folder}/resolved.db`;

test("a backup made during a vote is complete when restored elsewhere", async () => {
  await using folder = await temporaryFolder();
  const [backup, elsewhere] = [folder.in("backup"), folder.in("another", "machine")];
  const { code, lesson, voted } = await (async () => {
    await using server = await startServer({ fresh: true });
    await playLesson(server);
    await writeFile(path.join(server.folder, "auth-secret"), "the secret", { mode: 0o600 });
    const voted = await voteDuring(server, () => run("backup", databaseIn(server.folder), backup));
    return { code: server.session.code, lesson: await reviewed(server, server.session.code), voted };
  })();
  expect(voted.outcome).toEqual({
    code: 0,
    stderr: "",
    stdout: expect.stringMatching(
      /^Backed up to \S+backup: 2 sessions, 12 participants and 17 ballots, and auth-secret\.\n/u,
    ),
  });

  const restored = await run("restore", databaseIn(elsewhere), backup);
  expect(restored).toEqual({
    code: 0,
    stderr: "",
    stdout: expect.stringMatching(
      /^Restored \S+resolved\.db to the backup of [\d: -]+ UTC: 2 sessions, 12 participants and 17 ballots\.\n$/u,
    ),
  });
  expect(await readFile(path.join(elsewhere, "auth-secret"), "utf8")).toBe("the secret");
  await using server = await startServer({ database: databaseIn(elsewhere) });
  expect(await reviewed(server, code)).toEqual(lesson);
  await expectBallots(server, voted);
});

describe("a backup", () => {
  let made: Awaited<ReturnType<typeof makeBackup>>;
  beforeAll(async () => {
    made = await makeBackup();
  });
  afterAll(() => made[Symbol.asyncDispose]());

  async function makeBackup() {
    const server = await startServer({ fresh: true });
    await server.join();
    await writeFile(path.join(server.folder, "auth-secret"), "the secret", { mode: 0o644 });
    const folder = path.join(server.folder, "backup");
    const url = databaseIn(server.folder);
    expect((await run("backup", url, folder)).code).toBe(0);
    return { url, folder, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
  }

  /** A copy of the backup that a test may damage, and a folder beside it that must not change. */
  async function aCopy() {
    const folder = await temporaryFolder();
    const [backup, data] = [folder.in("backup"), folder.in("data")];
    await cp(made.folder, backup, { recursive: true });
    await mkdir(data);
    await writeFile(path.join(data, "resolved.db"), "what was there");
    return {
      backup,
      url: databaseIn(data),
      async expectUnchanged() {
        const names = (await readdir(data)).filter((name) => name !== "resolved.db.lock");
        expect(names).toEqual(["resolved.db"]);
        expect(await readFile(path.join(data, "resolved.db"), "utf8")).toBe("what was there");
      },
      [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
    };
  }

  test("records what it holds, and only its owner can read it", async () => {
    expect(await readAbout(made.folder)).toEqual({
      engine: "sqlite",
      version: expect.stringMatching(/^\d+\.\d+\.\d+/u),
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u),
      migrations: await migrations(),
      counts: {
        instructor: 1,
        debate: 0,
        session: 1,
        participant: 1,
        ballot: 0,
        rebuttal: 0,
        endorsement: 0,
        event: expect.any(Number),
      },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/u),
    });
    const names = await readdir(made.folder);
    expect(names.sort()).toEqual(["auth-secret", "backup.json", "resolved.db"]);
    for (const name of names) expect((await stat(path.join(made.folder, name))).mode & 0o777).toBe(0o600);
    expect((await stat(made.folder)).mode & 0o777).toBe(0o700);
  });

  test.each([
    ["file:{}/resolved.db", /^There is no database \S+resolved\.db, so there is nothing to back up\.\n$/u],
    ["file:{}/essay.txt", /^\S+essay\.txt cannot be backed up: file is not a database\.\n$/u],
    ["mysql://u:hunter2@db/x", /^DATABASE_URL must be file: and a path, .*, or postgresql: and a server/u],
    ["postgresql://u:12/hunter2@127.0.0.1:1/x", /^DATABASE_URL must be file: and a path/u],
    ["postgresql://u:hunter2@127.0.0.1:1/x", /^The database 127\.0\.0\.1:1\/x cannot be reached: .*REFUSED/u],
  ])("of %s is refused, and leaves nothing behind", async (address, line) => {
    await using folder = await temporaryFolder();
    await writeFile(folder.in("essay.txt"), "Geography does not bargain. ".repeat(400));
    expect(await refusalOf("backup", address.replace("{}", folder.in()), folder.in("backup"))).toMatch(line);
    expect(await readdir(folder.in())).toEqual(["essay.txt"]);
  });

  test("moves the old database and its side files aside, and keeps its permissions", async () => {
    await using copy = await aCopy();
    const file = copy.url.replace("file:", "");
    const secret = path.join(path.dirname(file), "auth-secret");
    await writeFile(`${file}-wal`, "its newest changes");
    await writeFile(secret, "another secret");
    const { code, stdout } = await run("restore", copy.url, copy.backup);
    expect(code).toBe(0);
    const asides = stdout.matchAll(/^The (\S+) that was there is now (\S+)\.$/gmu);
    const aside = Object.fromEntries(Array.from(asides, ([, name, moved]) => [name, moved]));
    expect(Object.keys(aside)).toEqual(["resolved.db", "auth-secret"]);
    expect(aside["resolved.db"]).toMatch(/resolved\.db\.before-restore-[\dTZ-]+$/u);
    expect(await readFile(aside["resolved.db"] ?? "", "utf8")).toBe("what was there");
    expect(await readFile(`${aside["resolved.db"]}-wal`, "utf8")).toBe("its newest changes");
    expect(await readFile(aside["auth-secret"] ?? "", "utf8")).toBe("another secret");
    expect(await readFile(secret, "utf8")).toBe("the secret");
    expect((await stat(file)).mode).toBe((await stat(aside["resolved.db"] ?? "")).mode);
    expect(await readdir(path.dirname(file))).not.toContain("resolved.db-wal");
  });

  test("whose file has changed since is refused", async () => {
    await using copy = await aCopy();
    const dump = path.join(copy.backup, "resolved.db");
    const bytes = await readFile(dump);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(dump, bytes);
    expect(await refusalOf("restore", copy.url, copy.backup)).toMatch(
      /^The backup is damaged: \S+resolved\.db/u,
    );
    await copy.expectUnchanged();
  });

  test("whose contents differ from its own record is refused", async () => {
    await using copy = await aCopy();
    const { counts } = await readAbout(copy.backup);
    await claim(copy.backup, { counts: { ...counts, participant: 2 } });
    expect(await refusalOf("restore", copy.url, copy.backup)).toMatch(/^The backup does not hold what/u);
    await copy.expectUnchanged();
  });

  test("of a newer version is refused", async () => {
    await using copy = await aCopy();
    await claim(copy.backup, { migrations: [...(await migrations()), "9999_of_the_future"] });
    expect(await refusalOf("restore", copy.url, copy.backup)).toMatch(
      /^The backup was made by a newer version of Resolved .*9999_of_the_future.*Restore it with that version\.\n$/u,
    );
    await copy.expectUnchanged();
  });

  test("[T6] is not restored through a link while a server runs", async () => {
    await using folder = await temporaryFolder();
    await symlink(made.url.replace("file:", ""), folder.in("link.db"));
    expect(await refusalOf("restore", `file:${folder.in("link.db")}`, made.folder)).toMatch(
      /^A Resolved server uses \S+\. Stop it first; nothing was changed\.\n$/u,
    );
  });

  test("is required for restoring: a folder without one is refused, and so is a missing folder", async () => {
    await using copy = await aCopy();
    const empty = path.dirname(copy.url.replace("file:", ""));
    expect(await refusalOf("restore", copy.url, empty)).toMatch(/^\S+data is not a complete backup/u);
    expect(await refusalOf("restore", copy.url)).toBe(
      "Name the backup's folder: npm run restore -- FOLDER\n",
    );
    await copy.expectUnchanged();
  });
});

async function migrations(): Promise<string[]> {
  const names = await readdir("prisma/migrations/sqlite");
  return names.filter((name) => !name.includes(".")).sort();
}
