import { request as ask, createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/**
 * A network between phones and a server in which no WebSocket works: an upgrade is answered with 403 as by a school's
 * proxy, or it is swallowed and never answered. `scripts` are answered here, by their paths. Everything else
 * passes, except while it `isCut`.
 */
export async function startWithoutWebSockets(
  target: string,
  upgrades: "refused" | "swallowed",
  scripts: Record<string, () => string> = {},
) {
  const seen = { upgrades: 0, requests: 0 };
  const { hostname, port } = new URL(target);
  const swallowed = new Set<Socket>();
  const server = createServer((request, response) => {
    if (started.isCut) return void request.destroy();
    seen.requests += 1;
    const { method, url: path, headers } = request;
    const script = scripts[path ?? ""];
    if (script) return void response.writeHead(200, { "content-type": "text/javascript" }).end(script());
    const passed = ask({ hostname, port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on("error", () => response.destroy());
    response.on("close", () => passed.destroy());
    request.pipe(passed);
  });
  server.on("upgrade", (_request, socket: Socket) => {
    seen.upgrades += 1;
    socket.on("error", () => undefined);
    if (upgrades === "refused") socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
    else swallowed.add(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const started = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    isCut: false,
    async [Symbol.asyncDispose](): Promise<void> {
      for (const socket of swallowed) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return started;
}
