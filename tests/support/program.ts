import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { CREDENTIALS } from "#tests/support/requests.ts";

/**
 * `launched`: as users start it, built first where the sources have changed. `whole`: as it was built last. `server`:
 * without pages, from the sources, which starts faster. All of them use the same files.
 */
export type Kind = "launched" | "whole" | "server";

// A bundle of each test process's own, so that none is written while another is read. The run's folder goes at its end
// (tests/support/global-setup.ts).
const BUNDLES = `dist/faults/${process.ppid}`;
const SERVER_ONLY = "tests/support/server-only.ts";
const PROGRAMS = {
  launched: "server/launch/start.mjs",
  whole: "dist/server.js",
  server: bundleOf(SERVER_ONLY),
} as const satisfies Record<Kind, string>;

/**
 * Node's options for those that start often and live for seconds: optimizing Prisma's WebAssembly takes each start half a second of
 * CPU. `launched` has what users have.
 */
const OPTIONS = {
  launched: [],
  whole: ["--liftoff-only"],
  server: ["--liftoff-only"],
} as const satisfies Record<Kind, string[]>;

/** What a bundle needs where packages with `require` are in it. */
const REQUIRE = `import { createRequire as createRequireHere } from "node:module";
const require = createRequireHere(import.meta.url);`;

const bundled = new Map<string, Promise<unknown>>();

type Options = {
  kind?: Kind;
  /** Where the database goes; without it, a folder of its own. */
  folder?: string;
  /** Environment variables in place of the usual ones. */
  variables?: Record<string, string>;
};
export type Program = Awaited<ReturnType<typeof startProgram>>;

/** Resolved as a process that can be killed, on a database that outlives it. */
export async function startProgram({ kind = "server", folder, variables = {} }: Options = {}) {
  if (kind !== "launched") await bundle(SERVER_ONLY);
  const home = folder ?? (await mkdtemp(path.join(os.tmpdir(), "resolved-program-")));
  const database = path.join(home, "resolved.db");
  const launch = (as: Kind, port = "0") =>
    spawnProgram([...OPTIONS[as], PROGRAMS[as]], {
      DATABASE_URL: `file:${database}`,
      PORT: port,
      ...variables,
    });
  let running = launch(kind);
  let url = await running.ready;

  return {
    database,
    get url() {
      return url;
    },
    get pid() {
      return running.child.pid ?? 0;
    },
    get output() {
      return running.output();
    },
    get hasEnded() {
      return hasEnded(running.child);
    },
    /** Ends it; answers with its exit code, which is null where a signal ended it. */
    end: (signal: NodeJS.Signals) => end(running.child, signal),
    /** Starts it again after its end, on the same port if clients should reconnect automatically. */
    async start(as: Kind = kind, where: "same port" | "any port" = "any port"): Promise<void> {
      running = launch(as, where === "same port" ? new URL(url).port : "0");
      url = await running.ready;
    },
    /** Starts it again, and kills it after so many milliseconds, ready or not. */
    async startAndKill(as: Kind, after: number): Promise<void> {
      const { child, ready } = launch(as);
      ready.catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, after));
      await end(child, "SIGKILL");
    },
    /** Kills it synchronously, for when the test process itself exits. */
    kill(): void {
      running.child.kill("SIGKILL");
      rmSync(home, { recursive: true, force: true });
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await end(running.child, "SIGKILL");
      if (folder === undefined) await rm(home, { recursive: true, force: true });
    },
  };
}

function bundleOf(source: string): string {
  return `${BUNDLES}/${path.basename(source, ".ts")}-${process.pid}.mjs`;
}

/** A program's sources in one file, which starts faster, and with its packages in half the time; answers with its name. */
export async function bundle(
  source: string,
  { packages = "bundle" }: { packages?: "bundle" | "external" } = {},
): Promise<string> {
  const outfile = bundleOf(source);
  const built =
    bundled.get(source) ??
    build({
      entryPoints: [source],
      outfile,
      bundle: true,
      // A program for the processor, and parts of Prisma of which each database needs its own.
      packages,
      external: ["better-sqlite3", "@prisma/client/runtime/query_compiler*"],
      banner: { js: REQUIRE },
      platform: "node",
      format: "esm",
      target: "node20",
      logLevel: "warning",
    });
  bundled.set(source, built);
  await built;
  return outfile;
}

function spawnProgram(parameters: string[], variables: Record<string, string>) {
  const child = spawn(process.execPath, parameters, {
    env: {
      ...process.env,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      LOG_LEVEL: "error",
      WARM_UP: "false",
      AUTH_SECRET: "a secret of the tests, the same after a restart",
      INSTRUCTOR_EMAIL: CREDENTIALS.email,
      INSTRUCTOR_PASSWORD: CREDENTIALS.password,
      ...variables,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const ready = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk;
      const found = /Resolved is ready: (\S+)/u.exec(printed)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("close", (code) => reject(new Error(`The program ended with ${code}:\n${printed}`)));
  });
  return { child, ready, output: () => printed };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (!hasEnded(child)) {
    child.kill(signal);
    await once(child, "exit");
  }
  return child.exitCode;
}
