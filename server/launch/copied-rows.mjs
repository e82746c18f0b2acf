// Copies every row of a SQLite database into a PostgreSQL one with the same tables, and compares both.
import { createHash } from "node:crypto";
import BetterSqlite3 from "better-sqlite3";
import pg from "pg";
import { Refused, reason } from "./backups.mjs";

/** @typedef {{ name: string, type: string }} Column */
/** @typedef {{ rows: number, sum: bigint }} Checksum */

/** The length of the JSON from which on rows are stored, in characters; a row may be longer. */
const LONG = 1_000_000;
/** Rows that are read at a time. */
const AT_ONCE = 50;
const MODULUS = 2n ** 128n;

const COLUMNS = `SELECT table_name AS "table", column_name AS name, data_type AS type, column_default AS usual
  FROM information_schema.columns WHERE table_schema = current_schema() AND table_name <> '_prisma_migrations'
  ORDER BY table_name, ordinal_position`;
const COLUMNS_HERE = `SELECT t.name || '.' || c.name FROM sqlite_master t, pragma_table_info(t.name) c
  WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> '_prisma_migrations'`;
const FOREIGN_KEYS = `SELECT conrelid::regclass AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS keeps
  FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`;

/**
 * [O50] Within the caller's transaction. Returns how many tables and rows there are; throws where the two differ.
 * @param {BetterSqlite3.Database} source
 * @param {pg.Client} client
 */
export async function copyRows(source, client) {
  /** @type {{ rows: (Column & { table: string, usual: string | null })[] }} */
  const { rows: columns } = await client.query(COLUMNS);
  const tables = [...new Set(columns.map(({ table }) => table))];
  assertSameColumns(source, columns);
  const { rows: keys } = await client.query(FOREIGN_KEYS);
  // Tables refer to each other and to themselves; all are checked at the end.
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  let rows = 0;
  for (const table of tables) {
    const own = columns.filter((column) => column.table === table);
    const [here, there] = [await copyTable(source, client, table, own), await checksum(client, table, own)];
    if (here.rows !== there.rows || here.sum !== there.sum)
      throw new Refused(
        `The table ${table} differs: ${here.rows} rows in SQLite, and ${there.rows} in PostgreSQL. Nothing was changed.`,
      );
    rows += here.rows;
    for (const { name, usual } of own)
      if (usual?.startsWith("nextval(")) await setCounter(source, client, table, name);
  }
  for (const { table, name, keeps } of keys)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${keeps}`);
  return { tables: tables.length, rows };
}

/**
 * Both are made from the same models; else something would be left behind.
 * @param {BetterSqlite3.Database} source
 * @param {{ table: string, name: string }[]} columns
 */
function assertSameColumns(source, columns) {
  const there = new Set(columns.map(({ table, name }) => `${table}.${name}`));
  const missing = source
    .prepare(COLUMNS_HERE)
    .pluck()
    .all()
    .find((name) => !there.has(String(name)));
  if (missing !== undefined)
    throw new Refused(
      `The SQLite database has ${missing}, which Resolved does not know. Nothing was changed.`,
    );
}

/**
 * @param {BetterSqlite3.Database} source
 * @param {pg.Client} client
 * @param {string} table
 * @param {Column[]} columns
 * @returns {Promise<Checksum>}
 */
async function copyTable(source, client, table, columns) {
  const list = columns.map(({ name }) => `"${name}"`).join(", ");
  const insert = `INSERT INTO "${table}" (${list}) SELECT ${list} FROM json_populate_recordset(NULL::"${table}", $1::json)`;
  const total = { rows: 0, sum: 0n };
  /** @type {string[]} */
  let waiting = [];
  let length = 0;
  const store = async () => {
    await client.query(insert, [`[${waiting.join(",")}]`]);
    [waiting, length] = [[], 0];
  };
  try {
    const rows = source.prepare(`SELECT ${list} FROM "${table}"`).raw().safeIntegers().iterate();
    for (const row of /** @type {Iterable<unknown[]>} */ (rows)) {
      const cells = row.map((value, at) => cellOf(value, columns[at]?.type ?? ""));
      const json = JSON.stringify(Object.fromEntries(columns.map(({ name }, at) => [name, cells[at]])));
      count(
        total,
        row.map((value, at) => (value instanceof Buffer ? sha256(value) : (cells[at] ?? null))),
      );
      waiting.push(json);
      length += json.length;
      if (length > LONG) await store();
    }
    if (waiting.length > 0) await store();
  } catch (error) {
    throw new Refused(
      `The table ${table} can't be copied: ${reason(error)}. The new database stays empty, and the old one is unchanged.`,
    );
  }
  return total;
}

/**
 * A value of SQLite as PostgreSQL reads its type from text.
 * @param {unknown} value
 * @param {string} type
 */
function cellOf(value, type) {
  if (value === null) return null;
  if (value instanceof Buffer) return `\\x${value.toString("hex")}`;
  if (type === "boolean") return value === 0n ? "false" : "true";
  if (type.startsWith("timestamp")) return timeOf(value);
  return String(value);
}

/**
 * A time in UTC: milliseconds, or text that says UTC or, as SQLite's own CURRENT_TIMESTAMP, leaves it out.
 * @param {unknown} value
 */
function timeOf(value) {
  const text = String(value);
  const isZoned = /(Z|[+-]\d\d:?\d\d)$/u.test(text);
  const time = typeof value === "bigint" ? Number(value) : isZoned ? text : `${text.replace(" ", "T")}Z`;
  return new Date(time).toISOString().replace("Z", "");
}

/**
 * The rows of a table as they are now in PostgreSQL, in the same form.
 * @param {pg.Client} client
 * @param {string} table
 * @param {Column[]} columns
 * @returns {Promise<Checksum>}
 */
async function checksum(client, table, columns) {
  const total = { rows: 0, sum: 0n };
  const cells = columns.map(({ name, type }) => asText(`"${name}"`, type)).join(", ");
  await client.query(`DECLARE copied NO SCROLL CURSOR FOR SELECT ${cells} FROM "${table}"`);
  for (;;) {
    const { rows } = await client.query({ text: `FETCH ${AT_ONCE} FROM copied`, rowMode: "array" });
    for (const row of rows) count(total, row);
    if (rows.length === 0) break;
  }
  await client.query("CLOSE copied");
  return total;
}

/**
 * @param {string} column
 * @param {string} type
 */
function asText(column, type) {
  if (type === "bytea") return `encode(sha256(${column}), 'hex')`;
  if (type.startsWith("timestamp")) return `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS')`;
  return `${column}::text`;
}

/**
 * Adds a row to a checksum that does not depend on the order of rows.
 * @param {Checksum} total
 * @param {(string | null)[]} cells
 */
function count(total, cells) {
  total.rows += 1;
  total.sum = (total.sum + BigInt(`0x${sha256(JSON.stringify(cells)).slice(0, 32)}`)) % MODULUS;
}

/** @param {string | Buffer} content */
function sha256(content) {
  return createHash("sha256").update(content).digest("hex");
}

/**
 * Numbers go on after the last one that SQLite gave, also where its row was deleted.
 * @param {BetterSqlite3.Database} source
 * @param {pg.Client} client
 * @param {string} table
 * @param {string} column
 */
async function setCounter(source, client, table, column) {
  const last = source.prepare("SELECT seq FROM sqlite_sequence WHERE name = ?").pluck().get(table);
  if (last !== undefined && last !== null)
    await client.query("SELECT setval(pg_get_serial_sequence($1, $2), $3)", [`"${table}"`, column, last]);
}
