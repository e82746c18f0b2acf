import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";
import type { TestProject } from "vitest/node";
import { openPostgresql } from "#server/store/postgresql/open-postgresql.ts";
import { openSqlite } from "#server/store/sqlite/open-sqlite.ts";
import { SEED } from "#tests/support/chance.ts";
import { startPostgresql } from "#tests/support/engines.ts";

/**
 * Makes a migrated SQLite file for tests to copy, and bundles what reads files in a process of its own, which then starts for a third
 * of the CPU. With RESOLVED_ENGINE=postgresql it also starts a PostgreSQL, which the servers of the tests use.
 */
export async function setup(project: TestProject) {
  process.stdout.write(`SEED=${SEED}\n`);
  const folder = await mkdtemp(path.join(os.tmpdir(), "resolved-tests-"));
  const template = path.join(folder, "template.db");
  await (await openSqlite(`file:${template}`, path.resolve("prisma/migrations/sqlite"))).close();
  project.provide("sqlite", template);
  // Where its packages are found.
  const bundles = `dist/faults/${process.pid}`;
  const fileChild = `${bundles}/file-child.mjs`;
  await build({
    entryPoints: ["server/files/file-child.ts"],
    outfile: fileChild,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
  project.provide("fileChild", fileChild);
  const removeFiles = async () => {
    await rm(folder, { recursive: true });
    await rm(bundles, { recursive: true, force: true });
  };
  if (process.env.RESOLVED_ENGINE !== "postgresql") {
    project.provide("postgresql", null);
    return removeFiles;
  }
  const server = await startPostgresql();
  const address = server.url("").replace(/\/$/u, "");
  const { administer, TEMPLATE } = await import("#tests/support/databases.ts");
  await administer(address, `CREATE DATABASE ${TEMPLATE}`);
  const migrations = path.resolve("prisma/migrations/postgresql");
  await (await openPostgresql(server.url(TEMPLATE), { migrations, pool: 2, shared: false })).close();
  project.provide("postgresql", address);
  return async () => {
    await removeFiles();
    await server[Symbol.asyncDispose]();
  };
}
