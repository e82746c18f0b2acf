import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
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
