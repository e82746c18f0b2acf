import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { childrenOf } from "#tests/support/family.ts";
import { postgresqlPrograms } from "#tests/support/system-packages.mjs";

/** A PostgreSQL server for the tests, on a free port. Its data folder is deleted with it. */
export type Postgresql = Awaited<ReturnType<typeof startPostgresql>>;

export async function startPostgresql() {
  const user = unprivileged();
  const folder = mkdtempSync(path.join(os.tmpdir(), "resolved-postgresql-"));
  chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, "data");
  const made = spawnSync(
    binary("initdb"),
    ["-D", data, "-U", "resolved", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
    { ...user, cwd: folder, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const settings = [
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${folder}`,
    "max_connections=200",
    "fsync=on",
  ];
  const start = async (): Promise<ChildProcess> => {
    const parameters = ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
    const child = spawn(binary("postgres"), parameters, {
      ...user,
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
    await said(child, child.stderr, /database system is ready to accept connections/u);
    return child;
  };
  let running = await start();
  function signal(name: NodeJS.Signals): void {
    const { pid = 0 } = running;
    // Signal the main process first, since it starts the others.
    running.kill(name);
    for (const child of childrenOf(pid))
      try {
        process.kill(child, name);
      } catch {
        // it has exited meanwhile, as a connection's process does when the connection closes
      }
  }
  return {
    url: (database: string) => `postgresql://resolved@127.0.0.1:${port}/${database}`,
    get pid() {
      return running.pid ?? 0;
    },
    async stop(): Promise<void> {
      await ended(running, "SIGINT"); // a fast shutdown: closes connections and loses no data
    },
    /** Stops answering, but keeps its connections open. */
    freeze: () => signal("SIGSTOP"),
    thaw: () => signal("SIGCONT"),
    async start(): Promise<void> {
      running = await start();
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await ended(running, "SIGQUIT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Redis = Awaited<ReturnType<typeof startRedis>>;

/** A Redis for the tests. It saves nothing to disk, so it is empty after a restart. */
export async function startRedis() {
  const folder = mkdtempSync(path.join(os.tmpdir(), "resolved-redis-"));
  const port = await freePort();
  const start = async (): Promise<ChildProcess> => {
    const parameters = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder];
    const child = spawn("redis-server", parameters, { stdio: ["ignore", "pipe", "ignore"] });
    await said(child, child.stdout, /Ready to accept connections/u);
    return child;
  };
  let running = await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () => ended(running, "SIGTERM"),
    /** Stops answering, but does not exit. */
    freeze: () => running.kill("SIGSTOP"),
    thaw: () => running.kill("SIGCONT"),
    kill: () => ended(running, "SIGKILL"),
    async start(): Promise<void> {
      running = await start();
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await ended(running, "SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } {
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  if (uid !== 0) return { uid, gid };
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((each) => each.startsWith("postgres:"));
  const [, , postgresUid, postgresGid] = line?.split(":") ?? [];
  if (!postgresUid || !postgresGid) throw new Error("there is no user postgres to run PostgreSQL as");
  return { uid: Number(postgresUid), gid: Number(postgresGid) };
}

const binary = (name: string) => path.join(postgresqlPrograms() ?? "", name);

export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

/** Resolves when a program prints a matching line; rejects with all its output if it exits first. */
function said(child: ChildProcess, stream: Readable | null, what: RegExp): Promise<void> {
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    if (stream)
      createInterface({ input: stream }).on("line", (line) => {
        lines.push(line);
        if (what.test(line)) resolve();
      });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(lines.join("\n"))));
  });
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, "exit");
}
