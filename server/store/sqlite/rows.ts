import BetterSqlite3 from "better-sqlite3";
import type { Database } from "#server/store/database.ts";

/** Bytes of the file that are mapped into memory. */
const MAPPED = 1024 * 1024 * 1024;

/** Each length of a list is another statement. */
const STATEMENTS_KEPT = 200;

export type Rows = { read: Database["rows"]; close(): void };

/**
 * A connection that reads rows without Prisma, with prepared statements. `mapped`: uses memory-mapped I/O, which is faster for
 * statements that read many pages, and slower while votes are stored, as SQLite maps the file again after each change.
 */
export function openRows(file: string, { mapped }: { mapped: boolean }): Rows {
  const connection = new BetterSqlite3(file);
  connection.pragma("query_only = ON");
  connection.pragma(`mmap_size = ${mapped ? MAPPED : 0}`);
  const prepared = new Map<string, BetterSqlite3.Statement>();

  function statementOf(sql: string): BetterSqlite3.Statement {
    const known = prepared.get(sql);
    if (known) return known;
    if (prepared.size >= STATEMENTS_KEPT) prepared.clear();
    const statement = connection.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  }

  return {
    read: async <Row>({ sql, values }: Parameters<Database["rows"]>[0]) =>
      statementOf(sql).all(...values) as Row[],
    close: () => connection.close(),
  };
}
