import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { Duplex } from "node:stream";
import { expect, test } from "vitest";
import { createTurns, takeTurns } from "#server/http/turns.ts";

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** How many of so many requests are started in each turn of the event loop. */
async function startedPerTurn(slice: number, requests: number): Promise<number[]> {
  const inTurn = createTurns(slice);
  let started = 0;
  for (let request = 0; request < requests; request += 1)
    inTurn(() => {
      started += 1;
    });
  const perTurn: number[] = [];
  while (started < requests) {
    const before = started;
    await nextTurn();
    perTurn.push(started - before);
  }
  return perTurn;
}

test("[L15] of requests that take a whole slice each, one is started in each turn of the event loop", async () => {
  expect(await startedPerTurn(0, 64)).toEqual(Array<number>(64).fill(1));
});

test("[L15] short requests share a slice", async () => {
  expect(await startedPerTurn(60_000, 64)).toEqual([64]);
});

test("[L15] a request that arrives while others wait is started after them", async () => {
  const inTurn = createTurns(0);
  const order: string[] = [];
  inTurn(() => {
    order.push("first");
    inTurn(() => order.push("last"));
  });
  inTurn(() => order.push("second"));
  while (order.length < 3) await nextTurn();
  expect(order).toEqual(["first", "second", "last"]);
});

test("[L15] all listeners of a server run in the same turn, and none is called for a client that is gone", async () => {
  const heard: string[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    heard.push(`second ${request.url}`);
    response.end();
  });
  server.prependListener("request", ({ url }: IncomingMessage) => heard.push(`first ${url}`));
  takeTurns(server, () => false);
  // The client leaves before its request gets its turn.
  server.prependListener(
    "request",
    ({ url, socket }: IncomingMessage) => url === "/gone" && socket.destroy(),
  );
  await once(server.listen(0, "127.0.0.1"), "listening");
  const ask = async (path: string) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    socket.resume().write(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    await once(socket, "close");
  };
  await ask("/gone");
  await ask("/here");
  server.close();
  expect(heard).toEqual(["first /here", "second /here"]);
});

test("[L25] upgrades wait for their turn of the event loop, and none is heard of a client that breaks off before", async () => {
  const heard: string[] = [];
  const server = createServer();
  server.on("upgrade", ({ url }: IncomingMessage, socket: Duplex) => {
    heard.push(`upgrade ${url}`);
    socket.end();
  });
  takeTurns(server, () => false);
  server.on("upgrade", ({ url }: IncomingMessage, socket: Duplex) => {
    heard.push(`arrived ${url}`);
    if (url === "/gone") socket.destroy(new Error("broken off"));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const ask = async (path: string) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket
      .resume()
      .write(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
    await once(socket, "close");
  };
  await ask("/gone");
  await ask("/here");
  server.close();
  expect(heard).toEqual(["arrived /gone", "arrived /here", "upgrade /here"]);
});
