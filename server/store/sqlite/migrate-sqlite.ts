import { open, readdir, rm, stat, statfs, writeFile } from "node:fs/promises";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { migrate, UnusableSchema } from "#prisma/migrate.ts";

/** The space for a migration, as a multiple of the file: its copy, and the journal. */
const SPACE = 1.2;
const COPY = ".before-";

/** Brings a file to this version's schema, on a connection of its own. */
export async function migrateSqlite(file: string, folder: string): Promise<void> {
  const database = new BetterSqlite3(file);
  try {
    // An existing file may be another program's, which must not change: its mode is set once it is known to be ours.
    if (database.pragma("page_count", { simple: true }) === 0) database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    database.pragma("secure_delete = ON"); // [G10] the tables that a migration drops
    await migrate(
      {
        engine: "sqlite",
        run: async (script) => database.exec(script),
        rows: async <Row>(statement: string) => database.prepare<[], Row>(statement).all(),
      },
      folder,
      (name) => keepCopy(database, file, name),
    );
  } finally {
    database.close();
  }
}

/** [T5] A copy of the file beside it, made before a migration. */
async function keepCopy(database: BetterSqlite3.Database, file: string, name: string): Promise<void> {
  const copy = `${file}${COPY}${name}`;
  await rm(copy, { force: true }); // of a start that failed
  const size = Number(database.prepare(SIZE).pluck().get());
  const { bavail, bsize } = await statfs(path.dirname(file));
  const [needed, free] = [size * SPACE, bavail * bsize];
  if (free < needed)
    throw new UnusableSchema(
      `updating it needs ${megabytes(needed)} MB of free disk space, and there are ${megabytes(free)} MB. Free some, and start again; nothing was changed.`,
    );
  await writeFile(copy, "", { mode: 0o600 });
  database.prepare("VACUUM INTO ?").run(copy);
  const written = await open(copy, "r+");
  await written.sync();
  await written.close();
}

const SIZE = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 ** 2);

/** [T5] Deletes the copies that were made before a time, in milliseconds since the epoch. */
export async function deleteCopies(file: string, before: number): Promise<void> {
  const folder = path.dirname(file);
  for (const name of await readdir(folder)) {
    const copy = path.join(folder, name);
    if (copy.startsWith(`${file}${COPY}`) && (await stat(copy)).mtimeMs < before) await rm(copy);
  }
}
