import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { forward } from "#server/pages/forward.ts";

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

test("a page is handed on as it was asked for and as it was made", async () => {
  await using maker = await listen((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      response.writeHead(
        404,
        [
          ["set-cookie", "a=1"],
          ["set-cookie", "b=2"],
          ["x-kept", "yes"],
        ].flat(),
      );
      const { host, cookie } = request.headers;
      response.end(
        JSON.stringify([request.method, request.url, host, cookie, Buffer.concat(chunks).toString()]),
      );
    });
  });
  await using door = await listen((request, response) => forward(request, response, maker.port));
  const answer = await fetch(`${door.url}/s/ABC?x=%20y`, {
    method: "POST",
    body: "a word",
    headers: { cookie: "seat=1; other=2" },
  });
  expect([answer.status, answer.headers.getSetCookie(), answer.headers.get("x-kept")]).toEqual([
    404,
    ["a=1", "b=2"],
    "yes",
  ]);
  const host = new URL(door.url).host;
  expect(await answer.json()).toEqual(["POST", "/s/ABC?x=%20y", host, "seat=1; other=2", "a word"]);
});

test("while no pages can be made, that is said, with when to come back", async () => {
  const gone = await listen(() => undefined);
  await gone[Symbol.asyncDispose]();
  await using door = await listen((request, response) => forward(request, response, gone.port));
  const answer = await fetch(door.url);
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "1"]);
  expect(await answer.text()).toContain("Try again in a moment.");
});

test("whoever goes away ends the making too", async () => {
  let ended: () => void = () => undefined;
  const hasEnded = new Promise<void>((resolve) => {
    ended = resolve;
  });
  await using maker = await listen((_request, response) => {
    response.write("begun");
    response.on("close", ended);
  });
  await using door = await listen((request, response) => forward(request, response, maker.port));
  const leaving = new AbortController();
  await fetch(door.url, { signal: leaving.signal });
  leaving.abort();
  await hasEnded;
});
