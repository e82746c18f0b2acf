// Starts the program as its users do, asks whether it is ready and for a page, and stops it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const folder = await mkdtemp(path.join(os.tmpdir(), "resolved-start-"));
const child = spawn(process.execPath, ["server/launch/start.mjs"], {
  env: {
    ...process.env,
    PORT: "0",
    HOST: "127.0.0.1",
    DATABASE_URL: pathToFileURL(path.join(folder, "resolved.db")).href,
  },
  stdio: ["ignore", "pipe", "inherit"],
});
const ended = once(child, "exit");
let printed = "";
for await (const chunk of child.stdout) {
  printed += chunk;
  const url = /Resolved is ready: (\S+)/u.exec(printed)?.[1];
  if (url === undefined) continue;
  for (const page of ["/readyz", "/sign-in"]) {
    const { status } = await fetch(url + page);
    if (status !== 200) throw new Error(`${page} answered ${status}`);
  }
  child.kill();
  break;
}
const [code] = await ended;
await rm(folder, { recursive: true, force: true });
if (!printed.includes("is ready")) throw new Error(`The program ended with ${code} before it was ready.`);
process.stdout.write("It starts, is ready, shows a page and stops.\n");
