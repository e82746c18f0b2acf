import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { afterEach, expect, test, vi } from "vitest";
import { asking, pipelined } from "#tests/attacks/pipelined.ts";
import { closed, rawFrames } from "#tests/attacks/raw.ts";
import { keyIn } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";

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
