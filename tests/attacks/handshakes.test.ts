import crypto from "node:crypto";
import { once } from "node:events";
import { syncBuiltinESMExports } from "node:module";
import type { Duplex } from "node:stream";
import { promisify } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import { asking, pipelined } from "#tests/attacks/pipelined.ts";
import { closed, halfSent, rawFrames } from "#tests/attacks/raw.ts";
import { keyIn } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

/** Counts the signatures that this process makes from now on. */
function countSignatures() {
  const signed = vi.spyOn(crypto, "createHmac");
  syncBuiltinESMExports();
  return () => signed.mock.calls.length;
}

/** As many false tickets as fit into the headers of a request. */
const FALSE_COOKIES = Array.from({ length: 900 }, (_, n) => `seat-${n}=a.1.b`).join("; ");

test("[L25] someone sends upgrades with 900 false seat cookies, and of each the server checks twenty", async () => {
  await using server = await startServer();
  const signatures = countSignatures();
  const sockets = await Promise.all(
    Array.from({ length: 20 }, () => rawFrames(server.url, { cookie: FALSE_COOKIES })),
  );
  expect(signatures()).toBeLessThanOrEqual(20 * 20);
  const ends = sockets.map(closed);
  for (const socket of sockets) socket.destroy();
  await Promise.all(ends);
});

/** Connections to a server whose upgrades are complete but for their last line, which `send` sends on all at once. */
async function almostUpgraded({ app, url }: TestServer, count: number, cookie = "") {
  const { host } = new URL(url);
  const head = `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nCookie: ${cookie}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n`;
  const sockets = await Promise.all(Array.from({ length: count }, () => halfSent(url, head)));
  // Node accepts one in each turn of the event loop.
  const accepted = () => promisify(app.server.getConnections).call(app.server);
  await expect.poll(accepted).toBeGreaterThanOrEqual(count);
  return {
    sockets,
    send() {
      for (const socket of sockets) socket.write("\r\n");
    },
  };
}

test("[L25] 100 upgrades with 900 false seat cookies arrive at once, and the server starts them in slices", async () => {
  await using server = await startServer();
  const { sockets, send } = await almostUpgraded(server, 100, FALSE_COOKIES);
  const signatures = countSignatures();
  let [most, before] = [0, 0];
  let next: NodeJS.Immediate | undefined;
  const turn = (): void => {
    most = Math.max(most, signatures() - before);
    before = signatures();
    next = setImmediate(turn);
  };
  turn();
  const answered = Promise.all(sockets.map((socket) => once(socket, "data")));
  send();
  await answered;
  clearImmediate(next);
  expect(signatures()).toBeGreaterThanOrEqual(100 * 20);
  expect(most).toBeLessThan(500);
  const ends = sockets.map(closed);
  for (const socket of sockets) socket.destroy();
  await Promise.all(ends);
});

test("[L25] clients break off their upgrades before these are started, and the server goes on", async () => {
  await using server = await startServer();
  const { sockets, send } = await almostUpgraded(server, 50);
  const breakOff = (_request: object, socket: Duplex): void => void socket.destroy(new Error("broken off"));
  server.app.server.prependListener("upgrade", breakOff);
  const ends = sockets.map(closed);
  send();
  await Promise.all(ends);
  server.app.server.off("upgrade", breakOff);
  await server.seats("student");
});

test("[L25] a student with tickets of thirty sessions keeps the seat in each of them", async () => {
  await using server = await startServer();
  const { ticket } = await server.join();
  const others = Array.from({ length: 29 }, (_, n) => `seat-AAAA${n}=${ticket}`);
  const cookie = [...others, `seat-${server.session.code}=${ticket}`].join("; ");
  const page = await server.asStranger("/phone", { headers: { cookie } });
  expect(await page.json()).toMatchObject({ seat: { you: {} } });
});

test("[L26] someone begins 6,100 connections and says nothing, and host, assistant, projector and student still connect", async () => {
  await using server = await startServer();
  const { ticket } = await server.join();
  const made = await server.asHost("/links/assistant", { method: "POST", json: {} });
  const key = keyIn((await made.json()).url);
  const polling = asking("/socket.io/?EIO=4&transport=polling");
  await pipelined(server.url, Array<string>(6_100).fill(polling));
  for (const transport of ["websocket", "polling"] as const) {
    const transports = [transport];
    await server.connect("host", {}, { transports });
    await server.connect("host", { key }, { transports, cookie: undefined });
    await server.connect("screen", {}, { transports });
    await server.connect("student", { ticket }, { transports });
  }
});
