// Prints the SQL that leads from an empty database, or from the schema in the file named, to prisma/schema.prisma.
// npx tsx prisma/diff.ts [old-schema.prisma] > prisma/migrations/sqlite/NNNN_name/migration.sql
// CHECKs of enum-like columns are added by hand.
import { readFile } from "node:fs/promises";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { schemaEngine } from "#prisma/engine.ts";

const path = "prisma/schema.prisma";
const old = process.argv[2];
const content = await readFile(path, "utf8");
const engine = await schemaEngine(new PrismaBetterSqlite3({ url: ":memory:" }), content);
const { stdout } = await engine.diff({
  from: old
    ? { tag: "schemaDatamodel", files: [{ path: old, content: await readFile(old, "utf8") }] }
    : { tag: "empty" },
  to: { tag: "schemaDatamodel", files: [{ path, content }] },
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});
process.stdout.write(stdout ?? "");
