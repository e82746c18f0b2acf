import { randomUUID } from "node:crypto";
import { copyFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { inject } from "vitest";

/** Every server's database is a copy of it. */
export const TEMPLATE = "resolved_template";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the tests' PostgreSQL without the name of a database; none where they run on SQLite. */
    postgresql: string | null;
    /** A migrated SQLite file without rows, to be copied. */
    sqlite: string;
  }
}

/** A database of one server's own: a file in its folder, or one of the tests' PostgreSQL. */
export async function ownDatabase(folder: string, engine?: "sqlite") {
  const server = engine === "sqlite" ? null : inject("postgresql");
  if (server === null) {
    const file = path.join(folder, "resolved.db");
    await copyFile(inject("sqlite"), file);
    return { url: `file:${file}`, drop: async () => undefined };
  }
  const name = `t${randomUUID().replaceAll("-", "")}`;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  return {
    url: `${server}/${name}`,
    drop: () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

export async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
