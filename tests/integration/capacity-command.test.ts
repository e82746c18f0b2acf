import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { Measure } from "#server/capacity/check.ts";
import { makeCheckFolder } from "#server/launch/check-folder.mjs";
import { openSqlite } from "#server/store/sqlite/open-sqlite.ts";
import { INSTRUCTOR } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";

const MIGRATIONS = path.resolve("prisma/migrations/sqlite");

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "[Q4] %s cancels the check of the command",
  async (signal) => {
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const measure: Measure = (stopped) =>
      new Promise((_, reject) => {
        stopped.addEventListener("abort", () => reject(new Error("stopped")));
        begin();
      });
    await using server = await startServer({ engine: "sqlite", measure });
    const command = spawn(process.execPath, ["server/launch/capacity.mjs", server.url], {
      env: { ...process.env, INSTRUCTOR_EMAIL: INSTRUCTOR.email, INSTRUCTOR_PASSWORD: INSTRUCTOR.password },
      stdio: ["ignore", "ignore", "pipe"],
    });
    const ended = new Promise((resolve) => command.once("exit", (code) => resolve(code)));
    const said = text(command.stderr);
    await begun;
    command.kill(signal);
    expect(await ended).toBe(1);
    expect(await said).toBe("The check was canceled.\n");
    const state = await server.request("/api/capacity", { headers: { cookie: server.cookie } });
    expect(await state.json()).toMatchObject({ running: null, last: { outcome: "canceled" } });
  },
);

test("[Q1] the command's next start deletes the folders that a crash left, and none that is used", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "resolved-capacity-"));
  const databaseIn = (name: string) =>
    openSqlite(`file:${path.join(folder, name, "resolved.db")}`, MIGRATIONS);
  const used = await databaseIn("capacity-check-used");
  try {
    await (await databaseIn("capacity-check-left")).close();
    for (const name of ["capacity-check-empty", "capacity-plans"]) await mkdir(path.join(folder, name));
    await writeFile(path.join(folder, "capacity-check-notes.txt"), "");
    const made = path.basename(makeCheckFolder(folder));
    const expected = ["capacity-check-notes.txt", "capacity-check-used", "capacity-plans", made];
    expect((await readdir(folder)).sort()).toEqual(expected.sort());
  } finally {
    await used.close();
    await rm(folder, { recursive: true });
  }
});
