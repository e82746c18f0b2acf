import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { numbersIn } from "#tests/support/rule-numbers.ts";

const page = readFileSync("docs/schools.md", "utf8");
const rules = readFileSync("docs/rules.md", "utf8");

test("each claim to schools names rules, and tests that have them in their titles", () => {
  const [, table = ""] = page.split("\n## How each claim is tested\n");
  const rows = table.split("\n").filter((line) => /^\| (?!claim )/u.test(line));
  expect(rows.length).toBeGreaterThan(15);
  for (const row of rows) {
    const files = [...row.matchAll(/`([\w/-]+)`/gu)].map(([, name]) =>
      [".test.ts", ".e2e.ts"].map((end) => `tests/${name}${end}`).find(existsSync),
    );
    expect(files, row).not.toContain(undefined);
    const tests = files.map((file = "") => readFileSync(file, "utf8")).join("");
    const claimed = numbersIn(row);
    expect(claimed.length, row).toBeGreaterThan(0);
    expect(numbersIn(tests), row).toEqual(expect.arrayContaining(claimed));
  }
});

test("each rule that schools are told exists", () => {
  expect(numbersIn(page).filter((rule) => !rules.includes(`- **${rule}** `))).toEqual([]);
});
