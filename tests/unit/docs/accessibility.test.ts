import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import schema from "#tests/fixtures/openacr-0.1.0.json" with { type: "json" };

const TERMS = ["Supports", "Partially supports", "Does not support", "Not applicable"];
/** The criteria of WCAG 2.2, without 4.1.1, which it removed. */
const CRITERIA = {
  A: "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2",
  AA: "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3",
};
const Chapter = z.object({ criteria: z.array(z.object({ num: z.string() })) });
const Chapters = z.object({
  chapters: z.object({ success_criteria_level_a: Chapter, success_criteria_level_aa: Chapter }),
});
const report = readFileSync("docs/accessibility.md", "utf8");

for (const [level, criteria] of Object.entries(CRITERIA))
  test(`[F17] each criterion of level ${level} has a term of VPAT 2.5, remarks, and tests that exist`, () => {
    const [, rest = ""] = report.split(`## Level ${level}\n`);
    const [part = ""] = rest.split("\n## ");
    const rows = part.split("\n").filter((line) => /^\| \d/u.test(line));
    expect(rows.map((row) => row.split(" ")[1]).join(" ")).toBe(criteria);
    for (const row of rows) {
      const [, conformance = "", remarks = "", shown = ""] = row.split(" | ");
      expect(TERMS, row).toContain(conformance);
      expect(remarks, row).not.toBe("");
      const tests = [...shown.matchAll(/\]\(\.\.\/(tests\/[\w/-]+\.(?:test|e2e)\.ts)\)/gu)].map(
        ([, file = ""]) => file,
      );
      expect(tests.length, row).toBeGreaterThan(0);
      const missing = tests.filter((file) => !existsSync(file));
      expect(missing, row).toEqual([]);
    }
  });

test("[F17] docs/openacr.yaml keeps OpenACR's schema and has each criterion of its catalog, for older readers of YAML too", () => {
  const file: unknown = parse(readFileSync("docs/openacr.yaml", "utf8"), { version: "1.1" });
  expect(z.fromJSONSchema(schema as z.core.JSONSchema.JSONSchema).safeParse(file)).toMatchObject({
    success: true,
  });
  const { chapters } = Chapters.parse(file);
  const [a, aa] = [chapters.success_criteria_level_a, chapters.success_criteria_level_aa];
  expect(a.criteria.map(({ num }) => num).join(" ")).toBe(CRITERIA.A.replace("4.1.2", "4.1.1 4.1.2"));
  expect(aa.criteria.map(({ num }) => num).join(" ")).toBe(CRITERIA.AA);
});
