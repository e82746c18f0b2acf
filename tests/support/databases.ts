import { randomUUID } from "node:crypto";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { inject } from "vitest";
import type { Database, MachineClock } from "#server/store/database.ts";
import { openDatabase } from "#server/store/open-database.ts";

/** Every server's database is a copy of it. */
export const TEMPLATE = "resolved_template";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the tests' PostgreSQL without the name of a database; null outside the project with `postgresql-setup.ts`. */
    postgresql: string | null;
    /** A migrated SQLite file without rows, to be copied. */
    sqlite: string;
    /** What reads a file in a process of its own, in one file. */
    fileChild: string;
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
export async function ownDatabase(folder: string, engine: Engine = "sqlite") {
  if (engine === "sqlite") {
    const file = path.join(folder, "resolved.db");
    await copyFile(inject("sqlite"), file);
    return { url: `file:${file}`, drop: async () => undefined };
  }
  const database = await newPostgresqlDatabase("tables");
  return { url: database.url, drop: () => database[Symbol.asyncDispose]() };
}

export type Engine = Database["engine"];
type Wanted = {
  engine?: Engine;
  address?: string | undefined;
  shared?: boolean;
  fresh?: boolean;
  machine?: MachineClock | undefined;
};

/** An open database of one server. `close` of `database` leaves it open for the server's next start, or for another test. */
export type TakenDatabase = {
  url: string;
  /** For files of the server's own. */
  folder: string;
  readonly database: Database;
  /** Closes it and opens it again, as a server that starts again does. */
  reopen(): Promise<void>;
  giveBack(): Promise<void>;
};

/** Open ones without rows that no test uses: to open one takes longer than most tests. */
const unused: Record<Engine, TakenDatabase[]> = { sqlite: [], postgresql: [] };

/** Opens a database, or takes one that another test has given back. */
export async function takeDatabase({
  engine = "sqlite",
  address,
  shared = false,
  fresh = false,
  machine,
}: Wanted): Promise<TakenDatabase> {
  const isUsual = address === undefined && !shared && !fresh;
  const another = isUsual ? unused[engine].pop() : undefined;
  if (another) return another;
  // In the run's folder, which goes at its end with those that are unused then.
  const folder = await mkdtemp(path.join(path.dirname(inject("sqlite")), "server-"));
  const own = address ? { url: address, drop: async () => undefined } : await ownDatabase(folder, engine);
  const open = () =>
    openDatabase(own.url, { migrations: path.resolve("prisma/migrations"), pool: 5, shared, machine });
  let opened = await open();
  const taken: TakenDatabase = {
    url: own.url,
    folder,
    get database() {
      return { ...opened, close: async () => undefined };
    },
    async reopen() {
      await opened.close();
      opened = await open();
    },
    async giveBack() {
      if (isUsual && (await isEmptied(opened))) {
        unused[engine].push(taken);
        return;
      }
      await opened.close();
      await own.drop();
      await rm(folder, { recursive: true });
    },
  };
  return taken;
}

/** Tables whose rows belong to no row of another one. */
const OWNERLESS = [
  ...["instructor", "setup", "verification", "audit_entry"],
  ...["lti_platform", "lti_key", "lti_registration", "lti_nonce", "signing_key"],
];

/** Deletes every row, and counts again from 1. Says whether it could: a test may have broken the database. */
async function isEmptied(database: Database): Promise<boolean> {
  try {
    await database.settled();
    await database.write(async (transaction) => {
      const counters = database.engine === "sqlite" ? ["sqlite_sequence"] : [];
      for (const table of [...OWNERLESS, ...counters])
        await transaction.$executeRawUnsafe(`DELETE FROM ${table}`);
    });
    return true;
  } catch {
    return false;
  }
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
