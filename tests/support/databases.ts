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

/** A new PostgreSQL database of one test's own, with the tables of Resolved or empty. */
export async function newPostgresqlDatabase(content: "tables" | "nothing") {
  const server = inject("postgresql") ?? "";
  const name = `t${randomUUID().replaceAll("-", "")}`;
  await administer(server, `CREATE DATABASE ${name}${content === "tables" ? ` TEMPLATE ${TEMPLATE}` : ""}`);
  return {
    url: `${server}/${name}`,
    [Symbol.asyncDispose]: () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** A database of one server's own: a file in its folder, or one of the tests' PostgreSQL. */
export async function ownDatabase(folder: string, engine?: "sqlite") {
  const server = engine === "sqlite" ? null : inject("postgresql");
  if (server === null) {
    const file = path.join(folder, "resolved.db");
    await copyFile(inject("sqlite"), file);
    return { url: `file:${file}`, drop: async () => undefined };
  }
  const database = await newPostgresqlDatabase("tables");
  return { url: database.url, drop: () => database[Symbol.asyncDispose]() };
}

export async function administer(server: string, statement: string): Promise<void> {
  await query(`${server}/postgres`, statement);
}

/** Runs one statement on a PostgreSQL, on a connection of its own. */
export async function query<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Row>(statement).finally(() => client.end());
  return rows;
}
