// `npm run migration -- read_tickets` writes a new migration of that name for each database: the SQL that leads from the committed
// prisma/schema.prisma to the one in the working tree. PostgreSQL is asked what it would do, and changes nothing: the one that
// DATABASE_URL names, or one that is started for it. CHECKs of enum-like columns are added by hand.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import { derive, SCHEMA } from "#prisma/derive.mjs";
import { type AdapterFactory, schemaEngine } from "#prisma/engine.ts";
import { startPostgresql } from "#tests/support/engines.ts";

const MIGRATIONS = "prisma/migrations";

const [name = ""] = process.argv.slice(2);
if (!/^[a-z]+(_[a-z0-9]+)*$/u.test(name)) refuse("Name the change: npm run migration -- read_tickets");
const before = execFileSync("git", ["show", `HEAD:${SCHEMA}`], { encoding: "utf8" });
const after = readFileSync(SCHEMA, "utf8");
if (before === after) refuse(`${SCHEMA} is as in the newest commit: change it first.`);

const numbers = ["sqlite", "postgresql"].flatMap((engine) =>
  readdirSync(path.join(MIGRATIONS, engine)).map((each) => Number.parseInt(each, 10) || 0),
);
const folder = `${String(Math.max(...numbers) + 1).padStart(4, "0")}_${name}`;

const { DATABASE_URL = "" } = process.env;
const own = /^postgres(ql)?:/u.test(DATABASE_URL) ? undefined : await startPostgresql();
try {
  // Both before either is written.
  const scripts = {
    sqlite: await diff(new PrismaBetterSqlite3({ url: ":memory:" }), before, after),
    postgresql: await diff(new PrismaPg(own?.url("postgres") ?? DATABASE_URL), derive(before), derive(after)),
  };
  for (const [engine, script] of Object.entries(scripts)) {
    const file = path.join(MIGRATIONS, engine, folder, "migration.sql");
    mkdirSync(path.dirname(file));
    writeFileSync(file, script);
    process.stdout.write(`${file}\n`);
  }
} finally {
  await own?.[Symbol.asyncDispose]();
}

async function diff(factory: AdapterFactory, from: string, to: string): Promise<string> {
  const engine = await schemaEngine(factory, to);
  const schema = (content: string) => ({
    tag: "schemaDatamodel" as const,
    files: [{ path: SCHEMA, content }],
  });
  const { stdout } = await engine.diff({
    from: schema(from),
    to: schema(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout ?? "";
}

function refuse(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}
