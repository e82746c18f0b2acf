// Writes the database clients in prisma/generated where the models or Prisma are newer: one from prisma/schema.prisma, the other
// from the PostgreSQL schema derived from it. Import this before anything that imports a client; `npm run generate` does nothing else.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { derive, SCHEMA } from "./derive.mjs";

const CLIENTS = "prisma/generated";
const DERIVED = `${CLIENTS}/postgresql.prisma`;
const STAMP = `${CLIENTS}/generated-from`;
const models = readFileSync(SCHEMA, "utf8");
const { version } = createRequire(import.meta.url)("prisma/package.json");
const sources = `// Prisma ${version}\n${models}`;

if (!existsSync(STAMP) || readFileSync(STAMP, "utf8") !== sources) generate();

function generate() {
  rmSync(STAMP, { force: true });
  mkdirSync(CLIENTS, { recursive: true });
  writeFileSync(DERIVED, derive(models));
  for (const schema of [SCHEMA, DERIVED]) {
    const cli = fileURLToPath(import.meta.resolve("prisma/build/index.js"));
    const { status, stderr } = spawnSync(process.execPath, [cli, "generate", `--schema=${schema}`], {
      // `generate` does not use the engine that Prisma would download: any existing file in its place will do.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" },
    });
    if (status === 0) continue;
    process.stderr.write(stderr);
    process.exit(status ?? 1);
  }
  writeFileSync(STAMP, sources);
}
