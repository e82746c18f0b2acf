import path from "node:path";
import type { TestProject } from "vitest/node";
import { openPostgresql } from "#server/store/postgresql/open-postgresql.ts";
import { administer, TEMPLATE } from "#tests/support/databases.ts";
import { startPostgresql } from "#tests/support/engines.ts";

/** Starts one PostgreSQL for the run, with a migrated database to copy. Of the projects with tests that need one. */
export async function setup(project: TestProject) {
  const server = await startPostgresql();
  const address = server.url("").replace(/\/$/u, "");
  await administer(address, `CREATE DATABASE ${TEMPLATE}`);
  const migrations = path.resolve("prisma/migrations/postgresql");
  await (await openPostgresql(server.url(TEMPLATE), { migrations, pool: 2, shared: false })).close();
  project.provide("postgresql", address);
  return () => server[Symbol.asyncDispose]();
}
