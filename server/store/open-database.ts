import path from "node:path";
import type { Database } from "#server/store/database.ts";
import { openPostgresql } from "#server/store/postgresql/open-postgresql.ts";
import { databaseFile, openSqlite } from "#server/store/sqlite/open-sqlite.ts";

/** For PostgreSQL: the number of connections, and whether other servers may use the database. */
type Options = { migrations: string; pool: number; shared: boolean };

/** Opens and migrates the database of an address, and locks it against servers that may not share it. */
export function openDatabase(url: string, { migrations, pool, shared }: Options): Promise<Database> {
  return url.startsWith("file:")
    ? openSqlite(url, path.join(migrations, "sqlite"))
    : openPostgresql(url, { migrations: path.join(migrations, "postgresql"), pool, shared });
}

/** The folder for files kept beside the database; the server's own if the database is elsewhere. */
export function folderBeside(url: string): string {
  return url.startsWith("file:") ? path.dirname(databaseFile(url)) : path.resolve("data");
}
