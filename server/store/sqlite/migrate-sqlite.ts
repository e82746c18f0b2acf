import BetterSqlite3 from "better-sqlite3";
import { migrate } from "#prisma/migrate.ts";

/** Brings a file to this version's schema, on a connection of its own. */
export async function migrateSqlite(file: string, folder: string): Promise<void> {
  const database = new BetterSqlite3(file);
  try {
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    database.pragma("secure_delete = ON"); // [G10] the tables that a migration drops
    await migrate(
      {
        engine: "sqlite",
        run: async (script) => database.exec(script),
        rows: async <Row>(statement: string) => database.prepare<[], Row>(statement).all(),
      },
      folder,
    );
  } finally {
    database.close();
  }
}
