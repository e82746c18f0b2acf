import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Row } from "#tests/faults/classroom.ts";
import { query } from "#tests/support/databases.ts";
import { freePort, startPostgresql, startRedis } from "#tests/support/engines.ts";
import { type Kind, startProgram } from "#tests/support/program.ts";

const SECRET = "a secret of the tests, the same on all servers";

/** Two servers behind nginx, with the configuration of deploy/, and what they share. */
export type Cluster = Awaited<ReturnType<typeof startCluster>>;

export async function startCluster(kind: Kind = "server") {
  const started: AsyncDisposable[] = [];
  const use = <T extends AsyncDisposable>(part: T): T => {
    started.unshift(part);
    return part;
  };
  const postgresql = use(await startPostgresql());
  const redis = use(await startRedis());
  await query(postgresql.url("postgres"), "CREATE DATABASE resolved");

  const variables = {
    DATABASE_URL: postgresql.url("resolved"),
    REDIS_URL: redis.url,
    AUTH_SECRET: SECRET,
    TRUST_PROXY: "true",
    LOG_LEVEL: "fatal", // what these tests do to servers is worth an error now and then
  };
  const servers = [
    use(await startProgram({ kind, variables })),
    use(await startProgram({ kind, variables })),
  ] as const;
  const startProxy = async (given: { behind?: string } = {}) =>
    use(
      await startNginx(
        servers.map(({ url }) => new URL(url).host),
        given,
      ),
    );
  const proxy = await startProxy();

  return {
    /** The proxy's address, under the name that a single program's address has. */
    url: proxy.url,
    /** What nginx has logged. */
    logged: proxy.logged,
    /** Another proxy in front of the same servers. */
    startProxy,
    database: "",
    servers,
    postgresql,
    redis,
    /** The ballots of a session, read straight from the database. */
    async rows(code: string): Promise<Row[]> {
      const stored = `SELECT "participantId", "round", "seq", "choice" FROM "ballot"
        JOIN "session" ON "session"."id" = "ballot"."sessionId" WHERE "code" = '${code}'`;
      const rows = await query<Row & { seq: string }>(postgresql.url("resolved"), stored);
      return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
    },
    async [Symbol.asyncDispose](): Promise<void> {
      for (const part of started) await part[Symbol.asyncDispose]();
    },
  };
}

/** `behind`: the address of another proxy in front, which says where a request comes from. */
async function startNginx(servers: string[], { behind }: { behind?: string }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "resolved-nginx-"));
  const port = await freePort();
  const [first, second] = servers;
  const shipped = readFileSync("deploy/nginx.conf", "utf8");
  const own = (
    behind
      ? shipped.replace(/# (set_real_ip_from) .*;\n( *)# (real_ip_header)/u, `$1 ${behind};\n$2$3`)
      : shipped
  )
    .replaceAll("server-a:3000", first ?? "")
    .replaceAll("server-b:3000", second ?? "")
    .replace("listen 80", `listen 127.0.0.1:${port}`)
    .replace("http {", `http {\n  client_body_temp_path ${folder}/body;\n  proxy_temp_path ${folder}/proxy;`);
  const file = path.join(folder, "nginx.conf");
  writeFileSync(file, own);
  const child = spawn("/usr/sbin/nginx", ["-c", file, "-p", folder, "-g", `daemon off; pid ${folder}/pid;`], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let printed = "";
  child.stderr.on("data", (chunk: Buffer) => (printed += chunk));
  const url = `http://127.0.0.1:${port}`;
  await answers(url, child, () => printed);
  return {
    url,
    logged: () => printed,
    async [Symbol.asyncDispose](): Promise<void> {
      if (child.exitCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** nginx prints nothing when it is ready, so this polls until it answers. */
async function answers(url: string, child: ChildProcess, printed: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx has ended: ${printed()}`);
    const response = await fetch(`${url}/healthz`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
