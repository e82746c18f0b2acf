import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { forward } from "#server/pages/forward.ts";
import { answerOnlyWith } from "#server/pages/page-key.ts";

async function listen(answer: RequestListener) {
  const server = createServer(answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const KEY = "a key of the tests";
/** What the server in front answers with. */
const inFront = (port: number, within = 10_000) =>
  listen((request, response) => void forward(request, response, { port, key: KEY }, within));

/** Everything that comes back for what is written, until the connection ends. */
async function raw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(text);
  let answer = "";
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

test("[O9] hop-by-hop headers are not forwarded, and no client can remove the server's headers", async () => {
  let heard: IncomingMessage["headers"] = {};
  await using maker = await listen(({ headers }, response) => {
    heard = headers;
    response.writeHead(
      200,
      [
        ["connection", "keep-alive, x-private"],
        ["x-private", "not for clients"],
        ["keep-alive", "timeout=5"],
        ["proxy-authenticate", "Basic"],
        ["trailer", "x-end"],
        ["x-kept", "yes"],
      ].flat(),
    );
    response.end("a page");
  });
  await using front = await listen((request, response) => {
    request.headers["x-resolved-address"] = "192.0.2.7";
    request.headers["content-security-policy"] = "script-src 'nonce-x'";
    void forward(request, response, { port: maker.port, key: KEY }, 10_000);
  });
  const sent = [
    "GET /join HTTP/1.1",
    "Host: school.example",
    "Connection: close, X-Mine, x-resolved-address, content-security-policy, x-resolved-page-key, host",
    "X-Mine: 1",
    "X-Resolved-Page-Key: a guess",
    "Keep-Alive: timeout=99",
    "Proxy-Authorization: Basic eDp5",
    "Proxy-Connection: keep-alive",
    "TE: trailers",
    "Trailer: x-end",
    "Upgrade: h2c",
    "HTTP2-Settings: AAMAAABk",
    "Expect: 100-continue",
    "X-Kept: yes",
  ];
  const answer = await raw(front.url, `${sent.join("\r\n")}\r\n\r\n`);
  expect(heard).toEqual({
    host: "school.example",
    connection: "keep-alive", // this server's own
    "x-kept": "yes",
    "x-resolved-address": "192.0.2.7",
    "content-security-policy": "script-src 'nonce-x'",
    "x-resolved-page-key": KEY,
  });
  expect(answer).toMatch(/^x-kept: yes\r$/imu);
  expect(answer).toMatch(/^connection: close\r$/imu);
  expect(answer).not.toMatch(/^(x-private|keep-alive|proxy-authenticate|trailer):/imu);
  // A client of HTTP/1.0 cannot read chunks.
  const old = await raw(front.url, "GET /join HTTP/1.0\r\n\r\n");
  expect(old).not.toMatch(/^transfer-encoding:/imu);
  expect(old).toMatch(/\r\n\r\na page$/u);
});

test("[O9] the page process answers nothing without the right key, and pages never see the key", async () => {
  const seen: string[] = [];
  await using maker = await listen(
    answerOnlyWith(KEY, (request, response) => {
      seen.push(`${JSON.stringify(request.headers)} ${request.rawHeaders.join()}`);
      response.end("a page");
    }),
  );
  for (const headers of [
    {},
    { "x-resolved-page-key": "a guess" },
    { "x-resolved-page-key": `${KEY}, ${KEY}` },
  ]) {
    const answer = await fetch(maker.url, { headers: new Headers(Object.entries(headers)) });
    expect([answer.status, await answer.text()]).toEqual([403, ""]);
  }
  expect(seen).toEqual([]);
  await using front = await inFront(maker.port);
  expect(await raw(front.url, "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")).not.toContain(KEY);
  expect(seen).toHaveLength(1);
  expect(seen[0]).not.toContain(KEY);
  expect(seen[0]?.toLowerCase()).not.toContain("page-key");
});

test("[L14] a late page times out, also if it stops in the middle", async () => {
  await using silent = await listen(() => undefined);
  await using front = await inFront(silent.port, 20);
  expect((await fetch(front.url)).status).toBe(503);
  await using stuck = await listen((_request, response) => void response.write("half a page"));
  await using another = await inFront(stuck.port, 500);
  await expect(fetch(another.url).then((answer) => answer.text())).rejects.toThrow();
});

test("[L14] a client that disconnects holds its turn until its page is rendered", async () => {
  const order: string[] = [];
  let make: () => void = () => undefined;
  let begun: () => void = () => undefined;
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  await using maker = await listen(({ url }, response) => {
    if (url === "/another") return response.end();
    make = () => {
      order.push("made");
      response.end("a page");
    };
    begun();
  });
  let left: () => void = () => undefined;
  const hasLeft = new Promise<void>((resolve) => {
    left = resolve;
  });
  let over: Promise<unknown> = Promise.resolve();
  await using front = await listen((request, response) => {
    response.once("close", left);
    over = forward(request, response, { port: maker.port, key: KEY }, 10_000).then(() => order.push("over"));
  });
  const leaving = new AbortController();
  const asked = fetch(front.url, { signal: leaving.signal }).catch(() => undefined);
  await hasBegun;
  leaving.abort();
  await Promise.all([asked, hasLeft]);
  await fetch(`${maker.url}/another`); // in whose time the turn would have ended
  make();
  await over;
  expect(order).toEqual(["made", "over"]);
});
