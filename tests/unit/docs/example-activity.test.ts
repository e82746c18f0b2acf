import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const EXAMPLE = "docs/example-activity";

test("the example of an activity has at most 12 files and 250 lines beside its test and the lines of registries", () => {
  const files = readdirSync(EXAMPLE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => path.join(parentPath, name))
    .filter((file) => !file.startsWith(`${EXAMPLE}/tests/`) && path.basename(file) !== "registries.diff");
  const lines = files.flatMap((file) => readFileSync(file, "utf8").trimEnd().split("\n"));
  expect(files.length).toBeGreaterThan(0);
  expect(files.length).toBeLessThanOrEqual(12);
  expect(lines.length).toBeLessThanOrEqual(250);
});
