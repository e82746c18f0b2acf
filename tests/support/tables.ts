import type { Database } from "#server/store/database.ts";

/** Everything in every table of a database, by table, as one text each. */
export async function dump({ engine, reader }: Database): Promise<Record<string, string>> {
  const names = await reader.$queryRawUnsafe<{ name: string }[]>(
    engine === "sqlite"
      ? `SELECT "name" FROM "sqlite_master" WHERE "type" = 'table'`
      : `SELECT "table_name"::text AS "name" FROM "information_schema"."tables" WHERE "table_schema" = 'public'`,
  );
  const tables = await Promise.all(
    names.map(async ({ name }): Promise<[string, string]> => {
      const rows = await reader.$queryRawUnsafe<unknown[]>(`SELECT * FROM "${name}"`);
      return [name, JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? Number(value) : value))];
    }),
  );
  return Object.fromEntries(tables);
}

/** The tables in which a text is found. */
export async function tablesWith(database: Database, text: string): Promise<string[]> {
  const tables = Object.entries(await dump(database));
  return tables.flatMap(([name, rows]) => (rows.includes(text) ? [name] : [])).sort();
}
