import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const power = (...options: string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", "server/launch/power.ts", ...options], {
    encoding: "utf8",
  });

test("[M34] `resolved power` prints what the page shows, and names an option that can't be", () => {
  const { stdout, status } = power("--size", "20", "--classes", "5", "--effect", "60");
  expect(status).toBe(0);
  expect(stdout).toMatch(/\n {6}5 {5}100 +\d+ +\d+\n$/u);
  const wrong = power("--size", "7");
  expect(wrong.stderr).toBe('--size is "7": it must be a whole number from 20 to 100.\n');
  expect(wrong.status).toBe(1);
});
