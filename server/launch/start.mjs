// `npm start`: builds if needed, and starts the server. An old Node.js reads this file, too, so it has no `await` outside functions.
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { unfit } from "./node-version.mjs";

const refusal = unfit(process.version);
if (refusal !== null) {
  process.stderr.write(`${refusal}\n`);
  process.exit(1);
}
process.chdir(path.resolve(fileURLToPath(import.meta.url), "../../.."));
Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
start();

async function start() {
  const { buildWhereStale, SERVER } = await import("./build.mjs");
  await buildWhereStale();
  await import(pathToFileURL(path.resolve(SERVER)).href);
}
