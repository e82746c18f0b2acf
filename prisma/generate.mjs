// Generates the database clients: one from prisma/schema.prisma, and one for PostgreSQL from what is derived of it.
// Prisma would download an engine that `generate` does not use; naming any existing file in its place keeps this
// step offline.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { derive, SCHEMA } from "./derive.mjs";

const DERIVED = "prisma/generated/postgresql.prisma";
mkdirSync("prisma/generated", { recursive: true });
writeFileSync(DERIVED, derive(readFileSync(SCHEMA, "utf8")));

for (const schema of [SCHEMA, DERIVED]) {
  const { status } = spawnSync(
    process.execPath,
    ["node_modules/prisma/build/index.js", "generate", `--schema=${schema}`],
    {
      stdio: ["ignore", "ignore", "inherit"],
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: "1",
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
      },
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}
