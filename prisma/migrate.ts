import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { BASELINE, misfit } from "#prisma/baseline.mjs";
import { RECORDS, record } from "#prisma/records.mjs";

/** One connection, on which statements run one after the other. */
export type Connection = {
  engine: "sqlite" | "postgresql";
  /** Runs a script of several statements. */
  run(script: string): Promise<unknown>;
  rows<Row>(statement: string): Promise<Row[]>;
};

/** The schema of a database is not one that this version can use; the message says why, and what to do. */
export class UnusableSchema extends Error {}

/**
 * [T3] Brings the database to this version's schema: each migration with its record in one transaction. `beforeFirst` is called with the
 * first missing one if the database has some. Returns the names of the migrations just applied.
 */
export async function migrate(
  connection: Connection,
  folder: string,
  beforeFirst: (name: string) => Promise<void> = async () => undefined,
): Promise<string[]> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const applied = await appliedTo(connection, names);
  const missing = names.filter((name) => !applied.includes(name));
  const [first] = missing;
  if (first !== undefined && applied.length > 0) await beforeFirst(first);
  for (const name of missing) {
    const script = await readFile(path.join(folder, name, "migration.sql"), "utf8");
    const isThere = name === BASELINE && applied.length > 0;
    await apply(connection, { name, script, statements: isThere ? forgetAllBut(names) : script });
  }
  return missing;
}

/** The names of the finished migrations, of a database that this version can use. */
export async function appliedTo(connection: Connection, known: string[]): Promise<string[]> {
  const records = await recordsOf(connection);
  const finished = records.filter(({ isFinished }) => isFinished).map(({ name }) => name);
  const reason = misfit(connection.engine, finished, known);
  if (reason) throw new UnusableSchema(REFUSALS[reason.is](reason.name));
  const interrupted = records.find(({ isFinished }) => !isFinished);
  if (interrupted)
    throw new UnusableSchema(
      `an earlier version was interrupted in the migration "${interrupted.name}". Restore your newest backup, or use another DATABASE_URL.`,
    );
  return finished;
}

const REFUSALS = {
  newer: (name: string) =>
    `the database was written by a newer version of Resolved (it has the migration "${name}"). Start that version, or use another DATABASE_URL.`,
  older: (name: string) =>
    `the database was written by a version of Resolved from long before 1.0.0 (its newest migration is "${name}"). Nothing was changed: start it once with commit 2eb36952, or use another DATABASE_URL.`,
};

type Migration = {
  name: string;
  script: string;
  /** What is run: for the baseline of a database that has its schema already, not the script. */
  statements: string;
};

async function apply(connection: Connection, { name, script, statements }: Migration): Promise<void> {
  const { engine, run, rows } = connection;
  // Within a transaction this setting has no effect.
  const withoutKeys = KEYS_OFF.test(statements);
  if (withoutKeys) await run("PRAGMA foreign_keys=OFF");
  const startedAt = new Date();
  try {
    await run(engine === "sqlite" ? "BEGIN IMMEDIATE" : "BEGIN");
    await run(RECORDS[engine]);
    await run(statements);
    if (withoutKeys && (await rows("PRAGMA foreign_key_check")).length > 0)
      throw new Error("rows refer to others that are not there");
    await run(record({ name, script, startedAt }));
    await run("COMMIT");
  } catch (error) {
    await run("ROLLBACK").catch(() => undefined); // the database may have done so
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`the migration "${name}" failed and was undone (${reason})`, { cause: error });
  } finally {
    if (withoutKeys) await run("PRAGMA foreign_keys=ON");
  }
}

const KEYS_OFF = /^PRAGMA foreign_keys=OFF;$/mu;

/** Removes the records of the migrations that the baseline stands for. */
const forgetAllBut = (names: string[]) =>
  `DELETE FROM _prisma_migrations WHERE migration_name NOT IN (${names.map((name) => `'${name}'`).join(", ")})`;

type Recorded = { name: string; isFinished: boolean };

/** The migrations that were finished, and those that an earlier version started. */
async function recordsOf({ engine, rows }: Connection): Promise<Recorded[]> {
  const tables = await rows<{ name: string }>(
    engine === "sqlite"
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
      : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'",
  );
  if (tables.length === 0) return [];
  if (!tables.some(({ name }) => name === "_prisma_migrations"))
    throw new UnusableSchema(
      `the database holds something other than Resolved (the table "${tables[0]?.name}"). Use another DATABASE_URL.`,
    );
  const records = await rows<{ name: string; finished: unknown }>(
    "SELECT migration_name AS name, finished_at AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  return records.map(({ name, finished }) => ({ name, isFinished: finished !== null }));
}
