// `npm run generate`: writes the database clients in prisma/generated, which are committed. One is made from
// prisma/schema.prisma, the other from the PostgreSQL schema derived from it. The Prisma CLI is fetched for this alone.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { derive, SCHEMA } from "./derive.mjs";

const DERIVED = "prisma/generated/postgresql.prisma";
const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const npm = process.env.npm_execpath;
if (!npm) {
  process.stderr.write("Run this as `npm run generate`.\n");
  process.exit(2);
}
mkdirSync("prisma/generated", { recursive: true });
writeFileSync(DERIVED, derive(readFileSync(SCHEMA, "utf8")));

for (const schema of [SCHEMA, DERIVED]) {
  const { status } = spawnSync(
    process.execPath,
    [
      npm,
      "exec",
      "--yes",
      `--package=prisma@${dependencies["@prisma/client"]}`,
      "--",
      "prisma",
      "generate",
      `--schema=${schema}`,
    ],
    {
      stdio: ["ignore", "ignore", "inherit"],
      // Prisma would download an engine that `generate` does not use; any existing file in its place will do.
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
