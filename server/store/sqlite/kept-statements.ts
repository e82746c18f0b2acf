import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type BetterSqlite3 from "better-sqlite3";

/** So many statements are kept; and none that is longer, as with hundreds of keys, since its like hardly comes again. */
const KEPT = 300;
const LONGEST = 4_000;

/**
 * Keeps prepared statements, whose tables don't change while a server runs: Prisma's adapter prepares a query each time, which
 * is a fifth to a half of what a read costs. Relied upon: the adapter's `client`, of which it uses `prepare(sql).bind(values)`
 * and then `reader`, `columns`, `raw().all` and `run`. Statements that answer no rows, such as the BEGIN of a read in parts, are prepared anew.
 */
export function keepStatements(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = await factory.connect();
      keepThoseOf((adapter as unknown as { client: BetterSqlite3.Database }).client);
      return adapter;
    },
  };
}

type Kept = { statement: BetterSqlite3.Statement<unknown[]>; columns: BetterSqlite3.ColumnDefinition[] };

function keepThoseOf(client: BetterSqlite3.Database): void {
  const kept = new Map<string, Kept>();
  const prepare = client.prepare.bind(client);

  function keptOf(sql: string): Kept {
    const known = kept.get(sql);
    if (known) return known;
    const statement = prepare<unknown[]>(sql);
    const made = { statement, columns: statement.reader ? statement.columns() : [] };
    if (sql.length > LONGEST || !statement.reader) return made;
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? "");
    kept.set(sql, made);
    return made;
  }

  /** A statement takes values only once where they are bound, and each time where they come with the call. */
  const reusable = (sql: string) => {
    const { statement, columns } = keptOf(sql);
    if (!statement.reader) return prepare(sql);
    return {
      bind: (values: unknown[]) => ({
        reader: true,
        columns: () => columns,
        raw: () => ({ all: () => statement.raw().all(values) }),
      }),
    };
  };
  Object.assign(client, { prepare: reusable });
}
