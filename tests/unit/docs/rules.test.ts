import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { numbersIn } from "#tests/support/rule-numbers.ts";

test("each rule has a test with its number in the title", () => {
  const rules = [...readFileSync("docs/rules.md", "utf8").matchAll(/^- \*\*([A-Z]{1,2}\d{1,2})\*\*/gmu)];
  expect(rules.length).toBeGreaterThan(400);
  const files = readdirSync("tests", { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.(?:test|e2e)\.tsx?$/u.test(file),
  );
  const tested = new Set(files.flatMap((file) => numbersIn(readFileSync(path.join("tests", file), "utf8"))));
  expect(rules.map(([, rule = ""]) => rule).filter((rule) => !tested.has(rule))).toEqual([]);
});

test("no rule is longer than 300 characters", () => {
  const rules = readFileSync("docs/rules.md", "utf8").matchAll(/^- \*\*[A-Z]{1,2}\d{1,2}\*\* (.*)$/gmu);
  expect([...rules].map(([, text = ""]) => text).filter((text) => text.length > 300)).toEqual([]);
});
