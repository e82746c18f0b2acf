import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type AdapterFactory, schemaEngine } from "#prisma/engine.ts";

export class NewerDatabase extends Error {
  constructor(migration: string) {
    super(`the database was written by a newer version of Resolved (it has the migration "${migration}")`);
  }
}

/**
 * Brings the database to this version's schema; returns the names of the migrations just applied.
 * Refuses a database that has migrations which this version does not know.
 */
export async function migrate(factory: AdapterFactory, folder: string): Promise<string[]> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const applied = await appliedMigrations(factory);
  const unknown = applied.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new NewerDatabase(unknown);
  if (applied.length === names.length) return [];

  const migrationDirectories = await Promise.all(
    names.map(async (name) => {
      const content = await readFile(path.join(folder, name, "migration.sql"), "utf8");
      return {
        path: name,
        migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: content } },
      };
    }),
  );
  const tracked = tracking(factory);
  const engine = await schemaEngine(tracked.factory);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: folder,
        lockfile: {
          path: "migration_lock.toml",
          content: await readFile(path.join(folder, "migration_lock.toml"), "utf8"),
        },
        shadowDbInitScript: "",
        migrationDirectories,
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
    await tracked.close();
  }
}

/** The engine takes an exclusive lock and leaves its connections open, so its caller has to close them. */
function tracking(factory: AdapterFactory) {
  const opened: Awaited<ReturnType<AdapterFactory["connect"]>>[] = [];
  const connect = async () => {
    const adapter = await factory.connect();
    opened.push(adapter);
    return adapter;
  };
  return {
    factory: {
      provider: factory.provider,
      adapterName: factory.adapterName,
      connect,
      connectToShadowDb: connect,
    },
    close: () => Promise.all(opened.map((adapter) => adapter.dispose())),
  };
}

async function appliedMigrations(factory: AdapterFactory): Promise<string[]> {
  const adapter = await factory.connect();
  const query = (sql: string) => adapter.queryRaw({ sql, args: [], argTypes: [] });
  try {
    const table = await query(
      factory.provider === "sqlite"
        ? "SELECT name FROM sqlite_master WHERE name = '_prisma_migrations'"
        : "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = '_prisma_migrations'",
    );
    if (table.rows.length === 0) return [];
    const { rows } = await query(
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    return rows.map((row) => String(row[0]));
  } finally {
    await adapter.dispose();
  }
}
