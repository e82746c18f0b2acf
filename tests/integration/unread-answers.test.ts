import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, test, vi } from "vitest";
import { fixedAnswer } from "#server/http/fixed-answers.ts";
import { startServer } from "#tests/support/server.ts";

/** More than a system keeps for a socket. */
const LARGE = Buffer.alloc(16_000_000, "x");
const READ_WITHIN = 30_000;

/** A server whose files and shared pages are as long as that. */
async function startAnswering(body: Buffer) {
  const server = await startServer({
    files: new Map([["/file.js", { plain: fixedAnswer(body, { "content-type": "text/javascript" }) }]]),
    pages: (_request, response) => response.writeHead(200, { "content-type": "text/html" }).end(body),
  });
  // It is rendered once, by a request of the server's own.
  expect((await server.request("/privacy")).status).toBe(200);
  const { hostname, port } = new URL(server.url);
  return {
    /** Asks on a connection of its own; `heard` is the server's end of it, and `timers` what it was given to time out. */
    async ask(path: string) {
      const accepted = once(server.app.server, "connection") as Promise<[Socket]>;
      const client = connect(Number(port), hostname);
      client.on("error", () => undefined);
      const [heard] = await accepted;
      const timers = vi.spyOn(heard, "setTimeout");
      const within = () => timers.mock.calls.map(([within]) => within);
      client.write(`GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`);
      return { client, heard, within };
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

const ANSWERS = ["/file.js", "/privacy"];

test.each(ANSWERS)("[L8] %s that its reader leaves unread is given up", async (path) => {
  await using server = await startAnswering(LARGE);
  const { client, heard, within } = await server.ask(path);
  client.pause();
  await expect.poll(within).toContain(READ_WITHIN);
  const closed = once(heard, "close");
  heard.emit("timeout"); // as after 30 seconds
  await closed;
  expect(heard.writableLength).toBe(0);
  client.destroy();
});
