import { expect, test } from "vitest";
import { fileName } from "#debate/rules/file-names.ts";

test.each([
  ["", "ABC123-flow"],
  ["🦉 / 🦉", "ABC123-flow"],
  ["Period 3, Monday", "ABC123-Period-3-Monday-flow"],
  ["../../etc/passwd", "ABC123-etc-passwd-flow"],
])("[V17] a file of the session %j is named by letters and digits only", (name, file) => {
  expect(fileName("ABC123", name, "flow")).toBe(file);
});
