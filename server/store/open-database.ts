import path from "node:path";
import type { Database, MachineClock } from "#server/store/database.ts";
import { openPostgresql } from "#server/store/postgresql/open-postgresql.ts";
import { databaseFile, openSqlite } from "#server/store/sqlite/open-sqlite.ts";

/** For PostgreSQL: the number of connections, whether other servers may use the database, and the clock that it corrects. */
type Options = { migrations: string; pool: number; shared: boolean; machine?: MachineClock | undefined };

/** Opens and migrates the database of an address, and locks it against servers that may not share it. */
export function openDatabase(url: string, { migrations, ...options }: Options): Promise<Database> {
  return url.startsWith("file:")
    ? openSqlite(url, path.join(migrations, "sqlite"))
    : openPostgresql(url, { ...options, migrations: path.join(migrations, "postgresql") });
}

/** [O20] The folder for files kept beside the database; the folder of all data if the database is elsewhere. */
export function folderBeside({
  DATABASE_URL: url,
  DATA_DIR: data,
}: Record<"DATABASE_URL" | "DATA_DIR", string>): string {
  return url.startsWith("file:") ? path.dirname(databaseFile(url)) : data;
}
