import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";
import type { TestProject } from "vitest/node";
import { NODE, REQUIRE } from "#server/launch/build.mjs";
import { openSqlite } from "#server/store/sqlite/open-sqlite.ts";
import { SEED } from "#tests/support/chance.ts";

/**
 * Makes a migrated SQLite file for tests to copy, and bundles what reads files in a process of its own, which then starts for a third
 * of the CPU. `postgresql-setup.ts` starts PostgreSQL for the tests that need it.
 */
export async function setup(project: TestProject) {
  process.stdout.write(`SEED=${SEED}\n`);
  const folder = await mkdtemp(path.join(os.tmpdir(), "resolved-tests-"));
  const template = path.join(folder, "template.db");
  await (await openSqlite(`file:${template}`, path.resolve("prisma/migrations/sqlite"))).close();
  project.provide("sqlite", template);
  project.provide("postgresql", null);
  const bundles = `dist/faults/${process.pid}`;
  const fileChild = `${bundles}/file-child.mjs`;
  await build({
    entryPoints: ["server/files/file-child.ts"],
    outfile: fileChild,
    ...NODE,
    banner: { js: REQUIRE },
  });
  project.provide("fileChild", fileChild);
  return async () => {
    await rm(folder, { recursive: true });
    await rm(bundles, { recursive: true, force: true });
  };
}
