import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import os from "node:os";
import path from "node:path";
import { freePort } from "#tests/support/engines.ts";

const [NGINX, OPENSSL] = ["/usr/sbin/nginx", "/usr/bin/openssl"];

/** nginx with the configuration of deploy/, and TLS and HTTP/2 as well, in front of one server. */
export async function startFront(server: string) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "resolved-front-"));
  const [key, certificate] = [path.join(folder, "key.pem"), path.join(folder, "certificate.pem")];
  const made = spawnSync(OPENSSL, [
    ...["req", "-x509", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"],
    ...["-days", "1", "-subj", "/CN=127.0.0.1", "-keyout", key, "-out", certificate],
  ]);
  if (made.status !== 0) throw new Error(`no certificate was made: ${made.stderr}`);
  const port = await freePort();
  const own = readFileSync("deploy/nginx.conf", "utf8")
    .replaceAll("server server-a:3000", `server ${new URL(server).host}`)
    .replace(/ *server server-b:3000.*\n/gu, "")
    .replace("listen 80", `listen 127.0.0.1:${port} ssl`)
    .replace(
      "server_tokens off;",
      `server_tokens off;
  http2 on;
  ssl_certificate ${certificate};
  ssl_certificate_key ${key};
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;`,
    );
  const file = path.join(folder, "nginx.conf");
  writeFileSync(file, own);
  const child = spawn(NGINX, ["-c", file, "-p", folder, "-g", `daemon off; pid ${folder}/pid;`], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  while (!(await listens(port))) if (child.exitCode !== null) throw new Error("nginx has ended");
  return {
    url: `https://127.0.0.1:${port}`,
    async [Symbol.asyncDispose](): Promise<void> {
      child.kill("SIGTERM");
      await once(child, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** nginx prints nothing when it is ready. */
function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(true));
    socket.on("error", () => setTimeout(() => resolve(false), 20));
    socket.on("connect", () => socket.destroy());
  });
}
