import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { PhoneConnection } from "#server/capacity/phones/phone-connection.ts";
import { fixedAnswer } from "#server/http/fixed-answers.ts";
import { startServer } from "#tests/support/server.ts";

/** More than a system keeps for a socket. */
const LARGE = Buffer.alloc(30_000_000, "x");

/** A server with a large file, whose pages are finished by hand. */
async function startStoppable() {
  const rendering: ServerResponse[] = [];
  const server = await startServer({
    files: new Map([["/file.js", { plain: fixedAnswer(LARGE, { "content-type": "text/javascript" }) }]]),
    pages(_request, response) {
      response.writeHead(200, { "content-type": "text/html" }).write("the first half, ");
      rendering.push(response);
    },
  });
  const { hostname, port } = new URL(server.url);
  return {
    rendering,
    /** A connection of its own; `heard` is what came on it. */
    connect() {
      const client = connect(Number(port), hostname);
      const chunks: Buffer[] = [];
      client.on("data", (chunk) => chunks.push(chunk));
      return {
        client,
        closed: once(client, "close"),
        heard: () => Buffer.concat(chunks).toString(),
        ask: (path: string) => client.write(`GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`),
      };
    },
    /** Begins to stop the server, and resolves once it accepts no new connection. */
    async beginStop() {
      const stopped = server.app.close();
      await expect.poll(() => server.app.server.listening).toBe(false);
      return { stopped };
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

test("[O11] an answer that was sent and not read yet when its server stops is still whole", async () => {
  await using server = await startStoppable();
  const { client, ask, heard, closed } = server.connect();
  ask("/file.js");
  await once(client, "data");
  client.pause();
  const { stopped } = await server.beginStop();
  client.resume();
  await closed;
  expect(heard().length).toBeGreaterThan(LARGE.length);
  await stopped;
});

test("[O11] a server that stops does not wait for phones that are asleep", { timeout: 10_000 }, async () => {
  await using server = await startServer();
  const { ticket } = await server.join();
  // Unlike a browser it never answers that its connection is being closed.
  const phone = new PhoneConnection(server.url);
  await phone.enter({ code: server.session.code, ticket });
  const isLost = new Promise<void>((resolve) => {
    phone.onClose = resolve;
  });
  await server.app.close();
  await isLost;
});

test("[O11] pages in progress when their server stops are whole, and a connection gets one more answer at most", async () => {
  await using server = await startStoppable();
  const [first, second] = [server.connect(), server.connect()];
  first.ask("/privacy?first");
  await expect.poll(() => server.rendering).toHaveLength(1);
  second.ask("/privacy?second");
  await expect.poll(() => server.rendering).toHaveLength(2);
  const { stopped } = await server.beginStop();
  server.rendering[0]?.end("the second half");
  await expect.poll(first.heard).toContain("the second half");
  first.ask("/healthz");
  await first.closed;
  expect(first.heard()).toMatch(/^connection: close/imu);
  expect(first.heard()).toContain('{"ok":true,');
  server.rendering[1]?.end("the second half");
  await second.closed;
  expect(second.heard()).toContain("the second half");
  await stopped;
});
