// Prints the SQL that leads from an empty database, or from the schema in the file named, to prisma/schema.prisma.
// npx tsx prisma/diff.ts sqlite|postgresql [old-schema.prisma] > prisma/migrations/<engine>/NNNN_name/migration.sql
// For PostgreSQL, DATABASE_URL names a server to ask; nothing in it is changed.
// CHECKs of enum-like columns are added by hand.
import { readFile } from "node:fs/promises";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import { derive, SCHEMA } from "#prisma/derive.mjs";
import { schemaEngine } from "#prisma/engine.ts";

const [engineName, old] = process.argv.slice(2);
if (engineName !== "sqlite" && engineName !== "postgresql") {
  process.stderr.write("Name the database: npx tsx prisma/diff.ts sqlite|postgresql [old-schema.prisma]\n");
  process.exit(2);
}
const read = async (file: string) => {
  const content = await readFile(file, "utf8");
  return engineName === "sqlite" ? content : derive(content);
};
const factory =
  engineName === "sqlite"
    ? new PrismaBetterSqlite3({ url: ":memory:" })
    : new PrismaPg(process.env.DATABASE_URL ?? "");
const content = await read(SCHEMA);
const engine = await schemaEngine(factory, content);
const { stdout } = await engine.diff({
  from: old ? { tag: "schemaDatamodel", files: [{ path: old, content: await read(old) }] } : { tag: "empty" },
  to: { tag: "schemaDatamodel", files: [{ path: SCHEMA, content }] },
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});
process.stdout.write(stdout ?? "");
