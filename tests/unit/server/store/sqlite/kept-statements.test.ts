import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { expect, test } from "vitest";
import { keepStatements } from "#server/store/sqlite/kept-statements.ts";

test("a kept statement answers with the values of each call, and transactions begin and end", async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "resolved-kept-"));
  const factory = new PrismaBetterSqlite3({ url: `file:${folder}/kept.db` });
  const adapter = await keepStatements(factory).connect();
  const query = (sql: string, ...args: unknown[]) =>
    adapter.queryRaw({ sql, args, argTypes: args.map(() => ({ scalarType: "string", arity: "scalar" })) });
  await adapter.executeScript("CREATE TABLE word (text TEXT)");
  for (const text of ["for", "against"])
    await adapter.executeRaw({
      sql: "INSERT INTO word VALUES (?)",
      args: [text],
      argTypes: [{ scalarType: "string", arity: "scalar" }],
    });

  expect((await query("SELECT * FROM word WHERE text = ?", "for")).rows).toEqual([["for"]]);
  expect((await query("SELECT * FROM word WHERE text = ?", "against")).rows).toEqual([["against"]]);

  // Prisma reads more than 999 values in parts, in one transaction: twice, since a failed one would hold up all that follow.
  for (const _ of [1, 2]) {
    const transaction = await adapter.startTransaction();
    await transaction.executeRaw({ sql: "COMMIT", args: [], argTypes: [] });
    await transaction.commit();
  }

  await adapter.dispose();
  rmSync(folder, { recursive: true, force: true });
});
