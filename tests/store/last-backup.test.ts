import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { run } from "#tests/support/backups.ts";
import { query } from "#tests/support/databases.ts";
import { temporaryFolder } from "#tests/support/files.ts";
import { startServer } from "#tests/support/server.ts";

test("[O42] a backup of PostgreSQL tells all servers when it was made, and is one also where it can't", async () => {
  await using folder = await temporaryFolder();
  await using server = await startServer({ engine: "postgresql", fresh: true });
  expect(await server.database.lastBackup()).toBe(0);
  expect((await run("backup", server.databaseUrl, folder.in("first"))).code).toBe(0);
  const { at } = JSON.parse(await readFile(folder.in("first", "backup.json"), "utf8"));
  expect(await server.database.lastBackup()).toBe(Date.parse(at));
  // As before an update.
  await query(server.databaseUrl, `ALTER TABLE "setup" DROP COLUMN "backedUpAt"`);
  const { code, stdout } = await run("backup", server.databaseUrl, folder.in("second"));
  expect([code, stdout.split("\n")[2]]).toEqual([
    0,
    'The server can\'t report the time of this backup: column "backedUpAt" of relation "setup" does not exist.',
  ]);
});
