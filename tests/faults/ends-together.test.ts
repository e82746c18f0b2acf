import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { childrenOf } from "#tests/support/family.ts";
import { temporaryFolder } from "#tests/support/files.ts";

const BUILD = pathToFileURL("server/launch/build.mjs").href;
const often = { interval: 5, timeout: 20_000 };

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Every process that one has started, and those that they have. */
const familyOf = (pid: number): number[] => childrenOf(pid).flatMap((each) => [each, ...familyOf(each)]);

async function killed(parent: ChildProcess): Promise<void> {
  const ended = once(parent, "exit");
  parent.kill("SIGKILL");
  await ended;
}

test("[O18] the server is killed as soon as its Next.js process exists, and that ends, too", async () => {
  await using folder = await temporaryFolder();
  const server = spawn(process.execPath, ["--liftoff-only", "dist/server.js"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: `file:${folder.in("resolved.db")}`,
      PORT: "0",
      HOST: "127.0.0.1",
      WARM_UP: "false",
    },
    stdio: "ignore",
  });
  await expect.poll(() => childrenOf(server.pid ?? 0), often).toHaveLength(1);
  const pages = childrenOf(server.pid ?? 0);
  await killed(server);
  await expect.poll(() => pages.filter(isRunning), often).toEqual([]);
});

test("[O18] a start is killed while it builds the pages, and the compiler ends, too", async () => {
  await mkdir("test-results", { recursive: true });
  // Next.js finds its packages from here.
  const app = await mkdtemp(path.resolve("test-results", "app-"));
  await mkdir(path.join(app, "pages"));
  await writeFile(path.join(app, "package.json"), `{"type": "module"}`);
  await writeFile(path.join(app, "next.config.js"), "export default {};");
  // A page that is never done.
  const page = `import { writeFileSync } from "node:fs";
    export const getStaticProps = () => new Promise(() => writeFileSync("reached", ""));
    export default () => null;`;
  await writeFile(path.join(app, "pages", "index.js"), page);
  const start = spawn(
    process.execPath,
    ["-e", `process.chdir(${JSON.stringify(app)}); import("${BUILD}").then((build) => build.buildPages());`],
    { stdio: "ignore" },
  );
  await expect.poll(() => existsSync(path.join(app, "reached")), { timeout: 60_000 }).toBe(true);
  const compilers = familyOf(start.pid ?? 0);
  await killed(start);
  await expect.poll(() => compilers.filter(isRunning), often).toEqual([]);
  await rm(app, { recursive: true });
});
