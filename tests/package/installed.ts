import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { makePackage } from "#server/launch/package.mjs";
import { outputOf } from "#tests/support/output.ts";

export type Installed = Awaited<ReturnType<typeof installPackage>>;

/** The package, made and installed into an empty folder, with no compiler on the path. */
export async function installPackage() {
  const folder = mkdtempSync(path.join(os.tmpdir(), "resolved-package-"));
  const at = (...names: string[]) => path.join(folder, ...names);
  for (const made of ["bin", "home", "cache/_prebuilds", "app", "elsewhere"])
    mkdirSync(at(made), { recursive: true });
  for (const program of ["node", "sh"]) symlinkSync(fileOf(program), at("bin", program));
  const cached = path.join(process.env.npm_config_cache ?? path.join(os.homedir(), ".npm"), "_cacache");
  if (existsSync(cached)) symlinkSync(cached, at("cache/_cacache"));
  cacheNative(at("cache/_prebuilds"));
  const variables = { PATH: at("bin"), HOME: at("home"), npm_config_cache: at("cache") };

  const tarball = await makePackage(folder);
  const given = ["install", "--prefix", at("app"), "--prefer-offline", "--no-audit", "--no-fund", tarball];
  const installed = await outputOf(process.execPath, [realpathSync(fileOf("npm")), ...given], variables);
  if (installed.code !== 0) throw new Error(installed.stderr);

  const program = at("app/node_modules/.bin/resolved");
  const settings = { ...variables, HOST: "127.0.0.1", PORT: "0", WARM_UP: "false", LOG_LEVEL: "error" };
  return {
    at,
    tarball,
    /** The installed package's own folder. */
    root: at("app/node_modules/resolved-debate"),
    run: (parameters: string[], more: Record<string, string> = {}) =>
      outputOf(program, parameters, { ...settings, ...more }),
    start: (more: Record<string, string> = {}, cwd = at("app")) =>
      startInstalled(program, { ...settings, ...more }, cwd),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function startInstalled(program: string, variables: Record<string, string>, cwd: string) {
  const child = spawn(program, {
    cwd,
    env: { ...process.env, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close");
  let printed = "";
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk;
      const found = /^Resolved is ready: (\S+)\n/mu.exec(printed)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("close", (code) => reject(new Error(`It ended with ${code}:\n${printed}`)));
  });
  return {
    url,
    get printed() {
      return printed;
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
      return child.exitCode;
    },
  };
}

/** Where a program of the PATH is. */
function fileOf(program: string): string {
  const folder = (process.env.PATH ?? "")
    .split(path.delimiter)
    .find((each) => existsSync(path.join(each, program)));
  return path.join(folder ?? "", program);
}

/** Puts the compiled better-sqlite3 where prebuild-install keeps what it has downloaded. */
function cacheNative(cache: string): void {
  const { version } = JSON.parse(readFileSync("node_modules/better-sqlite3/package.json", "utf8"));
  const { platform, arch, versions } = process;
  const name = `better-sqlite3-v${version}-node-v${versions.modules}-${platform}-${arch}.tar.gz`;
  const url = `https://github.com/WiseLibs/better-sqlite3/releases/download/v${version}/${name}`;
  const digest = createHash("sha512").update(url).digest("hex").slice(0, 6);
  const file = path.join(cache, `${digest}-${name.replaceAll(/[^a-zA-Z0-9.]+/gu, "-")}`);
  const content = ["-C", "node_modules/better-sqlite3", "build/Release/better_sqlite3.node"];
  const { status } = spawnSync("tar", ["-czf", file, ...content]);
  if (status !== 0) throw new Error("better-sqlite3 could not be packed");
}
