import { randomUUID } from "node:crypto";
import pg from "pg";
import { cpuOf } from "#tests/bench/processes.ts";
import { type Postgresql, startPostgresql } from "#tests/support/engines.ts";

const STORES = ["sqlite", "postgresql"] as const;
const flag = process.argv.indexOf("--store");
const named = flag < 0 ? "sqlite" : process.argv[flag + 1];
/** What Resolved stores on; with `--store postgresql` it is compared with itself on SQLite. */
export const STORE = STORES.find((store) => store === named);
if (!STORE) {
  process.stderr.write(`There is no store "${named}". They are: ${STORES.join(", ")}.\n`);
  process.exit(2);
}

/** The scenarios named on the command line, without the store. */
export const ASKED = process.argv
  .slice(2)
  .filter((_, index) => flag < 0 || ![flag - 2, flag - 1].includes(index));
/** The column titles of the baseline and of Resolved. */
export const COLUMNS = STORE === "postgresql" ? ["sqlite", "postgresql"] : ["bare", "resolved"];

let server: Postgresql | undefined;

/** The address of an empty database on a PostgreSQL of the bench's own. */
export async function newPostgresqlDatabase(): Promise<string> {
  server ??= await startPostgresql();
  const name = `b${randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client({ connectionString: server.url("postgres") });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`).finally(() => client.end());
  return server.url(name);
}

export const cpuOfPostgresql = (): number => (server ? cpuOf(server.pid) : 0);

export async function stopStores(): Promise<void> {
  await server?.[Symbol.asyncDispose]();
}
