// `resolved check`: says what would stop the server, and changes nothing. [O22]
import { accessSync, constants, existsSync, readdirSync, readFileSync, statfsSync, statSync } from "node:fs";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { appliedTo, type Connection, UnusableSchema } from "#prisma/migrate.ts";
import { connect, Refused } from "#server/launch/backups.mjs";
import { assertPortFree, portFault } from "#server/launch/port.ts";
import { type Environment, INSECURE_PLATFORMS, parseEnvironment } from "#server/platform/environment.ts";
import { databaseFile } from "#server/store/sqlite/open-sqlite.ts";
import { realFile } from "#server/store/sqlite/real-file.mjs";

/** With less free disk space than this, in MB, a lesson may fill the disk. */
const LITTLE_SPACE = 50;

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
print(`Resolved ${version} on Node.js ${process.versions.node}`);
const { environment, faults } = parseEnvironment(process.env);
if (environment.LTI_INSECURE_PLATFORMS) print(INSECURE_PLATFORMS);
if (faults.length === 0) faults.push(...(await faultsOf(environment)));
for (const fault of faults) process.stderr.write(`${fault}\n`);
print(faults.length === 0 ? "The server can start." : "The server can't start like this.");
process.exitCode = faults.length === 0 ? 0 : 1;

async function faultsOf(environment: Environment): Promise<string[]> {
  const { DATABASE_URL: url, PORT, HOST, OIDC_ONLY, OIDC_ISSUER } = environment;
  if (OIDC_ONLY) print(`Instructors sign in with ${OIDC_ISSUER} only: passwords open nothing.`);
  if (!url.startsWith("file:")) {
    print("Data is kept in PostgreSQL.");
    return [...(await postgresqlFaults(url)), ...(await portFaults({ PORT, HOST }))];
  }
  const file = realFile(databaseFile(url));
  print(`Data is kept in ${path.dirname(file)}${existsSync(file) ? "" : ", and the first start makes it"}.`);
  const faults = [...folderFaults(path.dirname(file)), ...(await sqliteFaults(file))];
  if (!isServed(file)) return [...faults, ...(await portFaults({ PORT, HOST }))];
  print("A server runs on this data.");
  return faults;
}

/** A folder that is missing is made in the nearest one that is there. */
function folderFaults(folder: string): string[] {
  let there = folder;
  while (!existsSync(there)) there = path.dirname(there);
  if (!statSync(there).isDirectory())
    return [`${there} is a file: set DATA_DIR or DATABASE_URL to another folder.`];
  try {
    accessSync(there, constants.W_OK);
  } catch {
    return [`The folder ${there} can't be written to: make it writable, or set DATA_DIR to another one.`];
  }
  const { bavail, bsize } = statfsSync(there);
  const megabytes = Math.floor((bavail * bsize) / 1024 ** 2);
  if (megabytes >= LITTLE_SPACE) return [];
  return [
    `The disk of ${there} has ${megabytes} MB left: free some space, or set DATA_DIR to a folder on another one.`,
  ];
}

async function sqliteFaults(file: string): Promise<string[]> {
  if (!existsSync(file)) return [];
  let database: BetterSqlite3.Database | undefined;
  try {
    // The last connection that may write deletes the files which opening adds; with a server, or after its crash, they are there.
    const opened = new BetterSqlite3(file, { readonly: existsSync(`${file}-wal`), fileMustExist: true });
    database = opened;
    return await schemaFaults(file, {
      engine: "sqlite",
      run: async () => undefined,
      rows: async <Row>(statement: string) => opened.prepare<[], Row>(statement).all(),
    });
  } catch (error) {
    return [
      `${file} can't be read as a database (${reason(error)}): restore a backup, or set DATA_DIR to another folder.`,
    ];
  } finally {
    database?.close();
  }
}

async function postgresqlFaults(url: string): Promise<string[]> {
  const { host, pathname } = new URL(url);
  const name = `${host}${pathname}`;
  try {
    const client = await connect({ engine: "postgresql", url, name, folder: "" });
    try {
      return await schemaFaults(name, {
        engine: "postgresql",
        run: async () => undefined,
        rows: async (statement) => (await client.query(statement)).rows,
      });
    } finally {
      await client.end();
    }
  } catch (error) {
    if (error instanceof Refused) return [`${error.message} Start it, or correct DATABASE_URL.`];
    throw error;
  }
}

async function schemaFaults(name: string, connection: Connection): Promise<string[]> {
  try {
    await appliedTo(connection, readdirSync(path.join("prisma/migrations", connection.engine)));
    return [];
  } catch (error) {
    if (error instanceof UnusableSchema) return [`${name}: ${error.message}`];
    throw error;
  }
}

/** Whether a server has the lock: takeLock in server/store/sqlite/open-sqlite.ts. */
function isServed(file: string): boolean {
  if (!existsSync(`${file}.lock`)) return false;
  const lock = new BetterSqlite3(`${file}.lock`, { timeout: 0, readonly: true });
  try {
    lock.prepare("SELECT 1 FROM sqlite_master").all();
    return false;
  } catch (error) {
    return (error as { code?: string }).code === "SQLITE_BUSY";
  } finally {
    lock.close();
  }
}

async function portFaults(at: Pick<Environment, "PORT" | "HOST">): Promise<string[]> {
  try {
    await assertPortFree(at);
    return [];
  } catch (error) {
    const fault = portFault(error);
    if (fault === null) throw error;
    return [fault];
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
