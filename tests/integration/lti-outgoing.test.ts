import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createOutgoing } from "#server/platform/outgoing.ts";

const outgoing = createOutgoing({ isInsecure: true, pauses: [0, 0], within: 1_000 });

/** A server on this machine that counts how often it is asked. */
async function platform(answer: (asked: number) => RequestListener) {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    answer(asked)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    port,
    asked: () => asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test.for([500, 503, 429])(
  "[Q42] a platform that answers %i is asked three times, and once for what must not be done twice",
  async (status) => {
    await using busy = await platform(() => (_, response) => response.writeHead(status).end("later"));
    expect(await outgoing.ask(busy.url)).toMatchObject({ ok: true, value: { status, text: "later" } });
    expect(busy.asked()).toBe(3);
    await outgoing.ask(busy.url, { method: "POST", body: "{}", isOnce: true });
    expect(busy.asked()).toBe(4);
  },
);

test("[Q42] a platform that hangs up, or is silent, is asked again; the answer that comes then counts", async () => {
  await using weak = await platform((asked) => (request, response) => {
    if (asked === 1) request.socket.destroy();
    else if (asked === 3) response.end("here");
  });
  expect(await outgoing.ask(weak.url)).toMatchObject({ ok: true, value: { text: "here" } });
});

test("[Q42] redirects are answers, and nothing else is asked", async () => {
  await using moved = await platform(
    () => (_, response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
  );
  expect(await outgoing.ask(moved.url)).toMatchObject({ ok: true, value: { status: 302 } });
  expect(moved.asked()).toBe(1);
});

test("[Q42] an answer of more than 1 MB is not read", async () => {
  await using long = await platform(() => (_, response) => response.end("x".repeat(2 * 1024 * 1024)));
  expect(await outgoing.ask(long.url)).toMatchObject({ ok: false, code: "busy" });
});

test("[Q42] a name that leads to this machine is not connected to", async () => {
  await using own = await platform(() => (_, response) => response.end());
  const asked = await createOutgoing({ isInsecure: false }).ask(`https://localhost:${own.port}/`);
  expect(asked).toMatchObject({ ok: false, code: "malformed", message: "a private address" });
});
