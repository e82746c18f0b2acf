import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { numbersIn } from "#tests/support/rule-numbers.ts";

const threats = readFileSync("docs/threats.md", "utf8");
const rules = [...readFileSync("docs/rules.md", "utf8").matchAll(/^- \*\*([A-Z]\d+)\*\*/gmu)].map(
  ([, rule]) => rule,
);

test("each threat has a control and tests that exist", () => {
  const rows = threats.split("\n").filter((line) => /^\| (?!threat )/u.test(line));
  expect(rows.length).toBeGreaterThan(40);
  for (const row of rows) {
    const [, control = "", shown = ""] = row.split(" | ");
    expect(control, row).not.toBe("");
    const tests = [...shown.matchAll(/`([\w/-]+\/[\w.-]+)`/gu)].map(([, name]) => name);
    expect(tests.length, row).toBeGreaterThan(0);
    const missing = tests.filter(
      (name) => ![".test.ts", ".e2e.ts"].some((end) => existsSync(`tests/${name}${end}`)),
    );
    expect(missing, row).toEqual([]);
  }
});

test("no two rules have the same number", () => {
  expect(rules.filter((rule, place) => rules.indexOf(rule) !== place)).toEqual([]);
});

test("each rule that a threat names exists", () => {
  expect(numbersIn(threats).filter((rule) => !rules.includes(rule))).toEqual([]);
});
