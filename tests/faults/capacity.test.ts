import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { temporaryFolder } from "#tests/support/files.ts";

const run = promisify(execFile);

test("[Q1] [Q2] [Q5] npm run capacity names the largest class that was in time and the Wi-Fi, and leaves nothing behind", async () => {
  await using folder = await temporaryFolder();
  const env = { ...process.env, DATABASE_URL: `file:${folder.in("resolved.db")}`, WARM_UP: "false" };
  const { stdout } = await run(process.execPath, ["dist/capacity.js", "30"], { env });
  expect(stdout).toMatch(/\n +30 +\d+ s +\d+ ms +\d+ ms\n/u);
  expect(stdout).toMatch(
    /This computer (can handle 30 phones or more|is too slow for 30 phones)\.\nThe Wi-Fi was not measured/u,
  );
  expect(await readdir(folder.in())).toEqual([]);
});

test("[Q1] npm run capacity with a size that is no class says what it takes", async () => {
  await expect(run(process.execPath, ["dist/capacity.js", "many"])).rejects.toMatchObject({
    code: 1,
    stderr: "Name the largest class to play, a number from 30 to 5000.\n",
  });
});
