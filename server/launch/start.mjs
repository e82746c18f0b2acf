// `npm start`: builds if needed, and starts the server.
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

process.chdir(path.resolve(fileURLToPath(import.meta.url), "../../.."));
Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
const { buildWhereStale, SERVER } = await import("./build.mjs");
await buildWhereStale();
await import(pathToFileURL(path.resolve(SERVER)).href);
