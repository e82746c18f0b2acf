import path from "node:path";
import type { Database } from "#server/store/database.ts";
import { openPostgresql } from "#server/store/postgresql/open-postgresql.ts";
import { databaseFile, openSqlite } from "#server/store/sqlite/open-sqlite.ts";

/** For PostgreSQL: how many connections there may be, and whether other servers may use the database, too. */
type Options = { migrations: string; pool: number; shared: boolean };

/** Opens the database of an address, makes and migrates it where needed, and keeps out who may not share it. */
export function openDatabase(url: string, { migrations, pool, shared }: Options): Promise<Database> {
  return url.startsWith("file:")
    ? openSqlite(url, path.join(migrations, "sqlite"))
    : openPostgresql(url, { migrations: path.join(migrations, "postgresql"), pool, shared });
}

/** The folder for what is kept beside the database; a server's own where the database is elsewhere. */
export function folderBeside(url: string): string {
  return url.startsWith("file:") ? path.dirname(databaseFile(url)) : path.resolve("data");
}
