import { chmod, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
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
import { newPostgresqlDatabase, query } from "#tests/support/databases.ts";
import { temporaryFolder } from "#tests/support/files.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

/** A database of one test's own, under an address with a password. */
async function aDatabase(content: "tables" | "nothing" = "tables") {
  const database = await newPostgresqlDatabase(content);
  return { ...database, url: database.url.replace("resolved@", "resolved:hunter2@") };
}

test("a backup made during a vote is complete when restored into an empty database", async () => {
  await using folder = await temporaryFolder();
  await using database = await aDatabase();
  await using elsewhere = await aDatabase("nothing");
  const backup = folder.in("backup");
  const { code, lesson, voted } = await (async () => {
    await using server = await startServer({ database: database.url });
    await playLesson(server);
    const voted = await voteDuring(server, () => run("backup", database.url, backup));
    return { code: server.session.code, lesson: await reviewed(server, server.session.code), voted };
  })();
  const counted = "2 sessions, 12 participants and 17 ballots";
  expect(voted.outcome).toMatchObject({ code: 0, stderr: "" });
  expect(voted.outcome.stdout).toContain(`Backed up to ${backup}: ${counted}`);
  expect(await readFile(path.join(backup, "backup.json"), "utf8")).not.toContain("hunter2");

  const { host, pathname } = new URL(elsewhere.url);
  const restored = await run("restore", elsewhere.url, backup);
  expect(restored).toMatchObject({ code: 0, stderr: "" });
  expect(restored.stdout).toMatch(
    new RegExp(`^Restored ${host}${pathname} to the backup of [\\d: -]+ UTC: ${counted}\\.\n`, "u"),
  );
  await using server = await startServer({ database: elsewhere.url });
  expect(await reviewed(server, code)).toEqual(lesson);
  await expectBallots(server, voted);
});

test("a restored database holds what it held at the backup, and nothing later", async () => {
  await using folder = await temporaryFolder();
  await using database = await aDatabase();
  const state = () => query(database.url, "SELECT phase, version FROM session");
  {
    await using server = await startServer({ database: database.url });
    expect((await run("backup", database.url, folder.in("backup"))).code).toBe(0);
    const before = await state();
    await moveTo(await server.connect("host"), "before");
    await server.join();
    expect(await state()).not.toEqual(before);
    // Refused while the server runs; and where others share the database, while one of them does.
    expect(await refusalOf("restore", database.url, folder.in("backup"))).toMatch(
      /^A Resolved server uses the database 127\.0\.0\.1:\d+\/t\w+\. Stop it first; nothing was changed\.\n$/u,
    );
    expect(await state()).not.toEqual(before);
  }
  {
    await using _ = await startServer({ database: database.url, shared: true });
    expect(await refusalOf("restore", database.url, folder.in("backup"))).toMatch(/^A Resolved server uses/u);
  }
  expect((await run("restore", database.url, folder.in("backup"))).code).toBe(0);
  expect(await state()).toEqual([{ phase: "lobby", version: 1 }]);
  expect(await query(database.url, "SELECT * FROM participant")).toEqual([]);
});

test("PostgreSQL's program is found on the PATH, and gets the password where no one else can read it", async () => {
  await using folder = await temporaryFolder();
  await using database = await aDatabase();
  const seen = folder.in("seen");
  const program = `#!/bin/sh
echo "$@" > ${seen}
echo "$PGPASSWORD" >> ${seen}
PATH="\${PATH#*${folder.in()}:}" exec pg_dump "$@"
`;
  await writeFile(folder.in("pg_dump"), program);
  await chmod(folder.in("pg_dump"), 0o755);
  const variables = { PATH: `${folder.in()}:${process.env.PATH}` };
  expect((await run("backup", database.url, folder.in("backup"), variables)).code).toBe(0);
  const [parameters, password] = (await readFile(seen, "utf8")).split("\n");
  expect(parameters).toMatch(/--format=custom/u);
  expect(parameters).not.toContain("hunter2");
  expect(password).toBe("hunter2");
});

test("a program that fails is quoted, and leaves no backup", async () => {
  await using folder = await temporaryFolder();
  await using database = await aDatabase();
  await writeFile(
    folder.in("pg_dump"),
    "#!/bin/sh\necho pg_dump: reading >&2\necho 'pg_dump: error: the disk is full' >&2\nexit 1\n",
  );
  await chmod(folder.in("pg_dump"), 0o755);
  const variables = { PATH: `${folder.in()}:${process.env.PATH}` };
  expect(await refusalOf("backup", database.url, folder.in("backup"), variables)).toBe(
    "pg_dump failed: pg_dump: error: the disk is full\n",
  );
  expect(await readdir(folder.in())).toEqual(["pg_dump"]);
});

test("a backup that cannot be restored is refused, and the database stays unchanged", async () => {
  await using folder = await temporaryFolder();
  await using database = await aDatabase();
  await query(
    database.url,
    "INSERT INTO instructor VALUES ('i', 'Ada', 'ada@example.org', false, NULL, now(), now())",
  );
  const backup = folder.in("backup");
  expect((await run("backup", database.url, backup)).code).toBe(0);
  await query(database.url, "UPDATE instructor SET name = 'Grace'");
  const about = await readAbout(backup);

  const refusals: [string, RegExp][] = [];
  const refused = async (line: RegExp, url = database.url) =>
    refusals.push([await refusalOf("restore", url, backup), line]);
  await refused(
    /^The backup is of a PostgreSQL database, but DATABASE_URL names a SQLite file/u,
    "file:./x.db",
  );
  await claim(backup, { migrations: ["0001_baseline", "9999_later"] });
  await refused(/^The backup was made by a newer version of Resolved .*9999_later/u);
  await claim(backup, {
    ...about,
    sha256: about.sha256.replace(/^./u, (digit) => (digit === "0" ? "1" : "0")),
  });
  await refused(/^The backup is damaged/u);
  await claim(backup, about);
  await query(database.url, "UPDATE _prisma_migrations SET migration_name = '9999_later'");
  await refused(/^The database \S+ is newer than the backup .*9999_later.*Name an empty one/u);
  await query(database.url, "UPDATE _prisma_migrations SET migration_name = '0001_baseline'");
  // A failure halfway: pg_restore cannot drop a table that another view needs.
  await query(database.url, "CREATE VIEW names AS SELECT name FROM instructor");
  await refused(/^pg_restore failed: .*cannot drop/u);
  await query(database.url, "DROP VIEW names");
  for (const [said, line] of refusals) expect(said).toMatch(line);
  expect(await query(database.url, "SELECT name FROM instructor")).toEqual([{ name: "Grace" }]);

  await using other = await aDatabase("nothing");
  await query(other.url, "CREATE TABLE instructor (pay integer)");
  expect(await refusalOf("restore", other.url, backup)).toMatch(/holds something other than Resolved/u);
  expect(await query(other.url, "SELECT pay FROM instructor")).toEqual([]);
});
