import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { Exported } from "#debate/protocol/answers/export-tables.ts";
import { extentOf, FACTS } from "#debate/rules/promise.ts";
import { AUDIENCES, EXTENTS } from "#debate/rules/promise-terms.ts";
import { IDENTITIES } from "#debate/rules/session-options.ts";
import { promiseTable } from "#docs/contract/promise-table.ts";

test("[V47] docs/privacy.md has the table of the promise, with every word for when", () => {
  expect(readFileSync("docs/privacy.md", "utf8")).toContain(promiseTable());
  const used = new Set(
    IDENTITIES.flatMap((identity) =>
      AUDIENCES.flatMap((each) => FACTS.map((fact) => extentOf(identity, each, fact))),
    ),
  );
  expect(EXTENTS.filter((extent) => !used.has(extent))).toEqual([]);
});

test.each(Exported.options.map(({ shape }) => [shape.table.value, shape.rows.element] as const))(
  "docs/data.md has each column of %s, and no other",
  (table, row) => {
    const [, section = ""] = readFileSync("docs/data.md", "utf8").split(`\n## ${table}\n`);
    const [ours = ""] = section.split("\n## ");
    const cells = [...ours.matchAll(/^\| (`.+?`) \|/gmu)].map(([, cell = ""]) => cell);
    const columns = cells.flatMap((cell) => cell.replaceAll("`", "").split(", "));
    const kinds = "options" in row ? row.options : [row];
    expect(columns).toEqual([...new Set(kinds.flatMap(({ shape }) => Object.keys(shape)))]);
  },
);

test("docs/recount.py has at most 320 lines of up to 120 characters, and imports only what comes with Python", () => {
  const lines = readFileSync("docs/recount.py", "utf8").trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(320);
  expect(lines.filter((line) => line.length > 120)).toEqual([]);
  expect(lines.filter((line) => /^\s*(import|from)\s/u.test(line))).toEqual([
    "import csv, io, json, math, os, re, sys, zipfile",
    "from collections import Counter, defaultdict",
    "from itertools import product",
  ]);
});

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
