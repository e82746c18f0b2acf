// Shared by the commands backup, restore and reset-password. Plain JavaScript, so that they work without
// a build: before an update, or after a failed one.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  createReadStream,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { databaseUrl, dataFolder } from "../platform/data-folder.mjs";
import { realFile } from "../store/sqlite/real-file.mjs";
import { refuseMissingNative } from "./native.mjs";
import { enterProgram } from "./program.mjs";

export const SECRET = "auth-secret";
/** Written last: a folder without it contains no complete backup. */
export const ABOUT = "backup.json";
export const DUMPS = { sqlite: "resolved.db", postgresql: "resolved.dump" };

/** The tables whose rows are counted, in the backup and after restoring; they exist since the first migration. */
const TABLES = [
  "instructor",
  "debate",
  "session",
  "participant",
  "ballot",
  "rebuttal",
  "endorsement",
  "event",
];
/** Where Debian installs PostgreSQL's programs, one folder per version. */
const DEBIAN = "/usr/lib/postgresql";
const CONNECT_TIMEOUT = 10_000;

/** @typedef {{ engine: "sqlite", file: string, name: string, folder: string }} Sqlite */
/** @typedef {{ engine: "postgresql", url: string, name: string, folder: string }} Postgresql */
/** @typedef {Sqlite | Postgresql} Database */
/** @typedef {{ migrations: string[], counts: Record<string, number> }} Contents */
/** @typedef {(sql: string) => any[] | Promise<any[]>} Query */

/** A problem that a user can fix, in one line. */
export class Refused extends Error {}

/**
 * Runs a command on the database of DATABASE_URL with its argument, usually a folder. Prints the lines that it returns.
 * @param {(database: Database, named?: string) => Promise<string[]>} command
 * @param {string} whatFailed
 */
export async function run(command, whatFailed, { takes = "folder" } = {}) {
  // The backup contains user data and a secret.
  process.umask(0o077);
  const all = process.argv.slice(2).map((each) => (takes === "folder" ? path.resolve(each) : each));
  enterProgram();
  refuseMissingNative();
  try {
    if (all.length > 1) throw new Refused(`Name one ${takes}, not ${all.length}.`);
    const lines = await command(namedDatabase(), all[0]);
    process.stdout.write(`${lines.join("\n")}\n`);
  } catch (error) {
    process.stderr.write(`${explain(error, whatFailed)}\n`);
    process.exit(1);
  }
}

/**
 * Errors of the system or a database have a code; anything else is a bug and prints its stack.
 * @param {any} error
 * @param {string} whatFailed
 */
function explain(error, whatFailed) {
  if (error instanceof Refused) return error.message;
  return error.code ? `${whatFailed}: ${reason(error)}.` : error.stack;
}

/**
 * @param {any} error
 * @returns {string}
 */
export function reason(error) {
  return (error.message || error.code).replaceAll(/\s+/gu, " ");
}

/** @returns {Database} */
function namedDatabase() {
  const url = databaseUrl(process.env);
  if (/^file:(?!\/\/)./u.test(url)) return sqlite(url.replace(/^file:/u, ""));
  if (/^file:\/\//u.test(url) && URL.canParse(url) && new URL(url).host === "")
    return sqlite(fileURLToPath(url));
  // [O14] A `/` in the password makes the rest of it look like the database's name.
  if (/^postgres(ql)?:\/\/./u.test(url) && URL.canParse(url) && /^\/[^@]+$/u.test(new URL(url).pathname)) {
    const { host, pathname } = new URL(url);
    return { engine: "postgresql", url, name: `${host}${pathname}`, folder: dataFolder(process.env) };
  }
  // The value is not printed, because it may contain a password.
  throw new Refused(
    "DATABASE_URL must be file: and a path, such as file:./data/resolved.db, or postgresql: and a server, such as postgresql://resolved@db/resolved.",
  );
}

/**
 * @param {string} named
 * @returns {Sqlite}
 */
function sqlite(named) {
  const file = path.resolve(named);
  return { engine: "sqlite", file: realFile(file), name: file, folder: path.dirname(file) };
}

/**
 * The names of the applied migrations, and the numbers of rows.
 * @param {Query} query
 * @returns {Promise<Contents>}
 */
export async function contentsOf(query) {
  const applied = await query(
    "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  /** @type {Record<string, number>} */
  const counts = {};
  for (const table of TABLES) {
    const [row] = await query(`SELECT COUNT(*) AS rows FROM ${table}`);
    counts[table] = Number(row.rows);
  }
  return { migrations: applied.map((row) => row.migration_name).sort(), counts };
}

/**
 * The counts, in words.
 * @param {Record<string, number>} counts
 */
export function inWords({ session = 0, participant = 0, ballot = 0 }) {
  /** @type {(count: number, word: string) => string} */
  const some = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
  return `${some(session, "session")}, ${some(participant, "participant")} and ${some(ballot, "ballot")}`;
}

/**
 * A time as part of a file's name.
 * @param {Date} time
 */
export function stamp(time) {
  return time.toISOString().replaceAll(/[:.]/gu, "-");
}

/** @param {string} file */
export async function checksum(file) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

/**
 * Syncs a file, or a folder's entries, to the disk; Windows needs no sync for folders.
 * @param {string} file
 */
export function sync(file) {
  const isFolder = statSync(file).isDirectory();
  if (isFolder && process.platform === "win32") return;
  const opened = openSync(file, isFolder ? "r" : "r+");
  fsyncSync(opened);
  closeSync(opened);
}

/**
 * A connection that may be idle while one of PostgreSQL's programs runs.
 * @param {Postgresql} database
 */
export async function connect({ url, name }) {
  try {
    const client = new pg.Client({
      connectionString: url,
      application_name: "resolved-backup",
      connectionTimeoutMillis: CONNECT_TIMEOUT,
      keepAlive: true,
    });
    client.on("error", () => undefined); // the query rejects, too
    await client.connect();
    await client.query("SET idle_session_timeout = 0; SET idle_in_transaction_session_timeout = 0");
    return client;
  } catch (error) {
    throw new Refused(`The database ${name} cannot be reached: ${reason(error)}.`);
  }
}

/**
 * Runs one of PostgreSQL's programs, for the database of a connection.
 * @param {string} program
 * @param {string[]} parameters
 * @param {Postgresql} database
 * @param {pg.Client} client
 */
export async function runProgram(program, parameters, { url }, client) {
  const { rows } = await client.query("SHOW server_version");
  const version = Number.parseInt(rows[0].server_version, 10);
  const file = findProgram(program);
  if (!file)
    throw new Refused(
      `${program} is needed and not installed. Install PostgreSQL's client programs, version ${version} or newer; on Debian and Ubuntu: apt-get install postgresql-client-${version}`,
    );
  const child = spawn(file, ["--no-password", ...parameters], {
    env: { ...process.env, ...variablesFor(url, client) },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  const [code, said] = await Promise.all([ended, text(child.stderr)]);
  if (code !== 0) throw new Refused(`${program} failed: ${firstError(said) || `it ended with ${code}`}`);
}

/**
 * Finds it in the PATH, else in the newest version that Debian installed.
 * @param {string} name
 */
function findProgram(name) {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).sort((one, other) => Number(other) - Number(one))
    : [];
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return [...folders, ...versions.map((version) => path.join(DEBIAN, version, "bin"))]
    .map((folder) => path.join(folder, name))
    .find(isProgram);
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Anyone on the machine can see a process's arguments, so credentials are passed as environment variables.
 * @param {string} url
 * @param {pg.Client} client
 */
function variablesFor(url, { host, port, user, password, database }) {
  const { searchParams } = new URL(url);
  /** @type {(name: string) => string | undefined} */
  const asked = (name) => searchParams.get(name) ?? undefined;
  const mode = asked("sslmode");
  const variables = {
    PGHOST: host,
    PGPORT: String(port),
    PGUSER: user,
    PGPASSWORD: password || undefined,
    PGDATABASE: database,
    PGSSLMODE: mode === "no-verify" ? "require" : mode, // the driver's name for it, and PostgreSQL's
    PGSSLROOTCERT: asked("sslrootcert"),
    PGSSLCERT: asked("sslcert"),
    PGSSLKEY: asked("sslkey"),
  };
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined));
}

/** @param {string} said */
function firstError(said) {
  const lines = said.trim().split("\n");
  return lines.find((line) => line.includes("error:")) ?? lines[0];
}
