import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Exported } from "#debate/protocol/answers/export-tables.ts";

test.each(Exported.options.map(({ shape }) => [shape.table.value, shape.rows.element] as const))(
  "docs/data.md has each column of %s, and no other",
  (table, row) => {
    const [, section = ""] = readFileSync("docs/data.md", "utf8").split(`\n## ${table}\n`);
    const [ours = ""] = section.split("\n## ");
    const columns = [...ours.matchAll(/^\| `(\w+)` \|/gmu)].map(([, column]) => column);
    const kinds = "options" in row ? row.options : [row];
    expect(columns).toEqual([...new Set(kinds.flatMap(({ shape }) => Object.keys(shape)))]);
  },
);

test("docs/recount.py has at most 235 lines of up to 120 characters, and imports only what comes with Python", () => {
  const lines = readFileSync("docs/recount.py", "utf8").trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(235);
  expect(lines.filter((line) => line.length > 120)).toEqual([]);
  expect(lines.filter((line) => /^\s*(import|from)\s/u.test(line))).toEqual([
    "import json, math, re, sys",
    "from collections import Counter, defaultdict",
  ]);
});
