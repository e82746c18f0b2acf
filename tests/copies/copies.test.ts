import { expect, test } from "vitest";
import { outputOf } from "#tests/support/output.ts";

test.each([
  ["the example of CONTRIBUTING.md works in a copy of the tree", "tests/example-activity.mjs"],
  ["a copy without one activity, another with each commit, passes", "tests/without-activity.mjs", "by-turns"],
])("%s", { timeout: 600_000 }, async (_, ...command) => {
  const { code, stdout, stderr } = await outputOf(process.execPath, command, {});
  expect(code, stdout + stderr).toBe(0);
});
