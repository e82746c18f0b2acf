// `npm run dev`: the server with reload, on every system that Node runs on.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import "../../prisma/generate.mjs";

const { status } = spawnSync(
  process.execPath,
  [
    fileURLToPath(import.meta.resolve("tsx/cli")),
    "watch",
    "--clear-screen=false",
    "--exclude",
    "app/**",
    "server/index.ts",
  ],
  { stdio: "inherit", env: { ...process.env, NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" } },
);
process.exit(status ?? 1);
