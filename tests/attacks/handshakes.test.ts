import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { afterEach, expect, test, vi } from "vitest";
import { closed, rawFrames } from "#tests/attacks/raw.ts";
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
