import path from "node:path";
import type { TestProject } from "vitest/node";
import { openPostgresql } from "#server/store/postgresql/open.ts";
import { startPostgresql } from "#tests/support/engines.ts";

/** With RESOLVED_ENGINE=postgresql the servers of the tests use a PostgreSQL that is started for them. */
export async function setup(project: TestProject) {
  if (process.env.RESOLVED_ENGINE !== "postgresql") {
    project.provide("postgresql", null);
    return;
  }
  const server = await startPostgresql();
  const address = server.url("").replace(/\/$/u, "");
  const { administer, TEMPLATE } = await import("#tests/support/databases.ts");
  await administer(address, `CREATE DATABASE ${TEMPLATE}`);
  const migrations = path.resolve("prisma/migrations/postgresql");
  await (await openPostgresql(server.url(TEMPLATE), { migrations, pool: 2, shared: false })).close();
  project.provide("postgresql", address);
  return () => server[Symbol.asyncDispose]();
}
