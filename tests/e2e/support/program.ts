import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

export const INSTRUCTOR = { email: "grace@example.org", password: "nanoseconds-1906" };

type Options = { environment?: Record<string, string> };
export type Program = Awaited<ReturnType<typeof startProgram>>;

/** The program as it is built for production, started as its users start it, with a database of its own. */
export async function startProgram({ environment = {} }: Options = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "resolved-e2e-"));
  const variables = {
    DATABASE_URL: `file:${folder}/resolved.db`,
    HOST: "127.0.0.1",
    INSTRUCTOR_EMAIL: INSTRUCTOR.email,
    INSTRUCTOR_PASSWORD: INSTRUCTOR.password,
    LOG_LEVEL: "error",
    WARM_UP: "false",
    ...environment,
  };
  let running = await start({ PORT: "0", ...variables });
  return {
    get url() {
      return running.url;
    },
    get output() {
      return running.output();
    },
    /** Asks it to stop, as a system would, and starts it again on the same port; answers with its exit code. */
    async restart(): Promise<number | null> {
      const { port } = new URL(running.url);
      const code = await stop(running.child);
      running = await start({ ...variables, PORT: port });
      return code;
    },
    /** At once, for the end of a process that waits for nothing. */
    kill(): void {
      running.child.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await stop(running.child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

let shared: Promise<Program> | undefined;

/**
 * The program that a worker's tests share, each with sessions of its own: what it takes to start one, and to load every page for
 * the first time, is spent once. For tests that need no settings, restart nothing and delete no account.
 */
export function sharedProgram(): Promise<Program> {
  shared ??= startProgram().then((program) => {
    process.once("exit", program.kill);
    return program;
  });
  return shared;
}

async function start(variables: Record<string, string>) {
  const child = spawn(process.execPath, ["server/launch/start.mjs"], {
    env: { ...process.env, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk;
      const ready = /Resolved is ready: (\S+)/u.exec(printed)?.[1];
      if (ready) resolve(ready);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => reject(new Error(`The program ended with ${code}:\n${printed}`)));
  });
  return { child, url, output: () => printed };
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  child.kill("SIGTERM");
  const [code] = (await once(child, "exit")) as [number | null];
  return code;
}
