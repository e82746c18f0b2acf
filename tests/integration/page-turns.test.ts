import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { forward } from "#server/pages/forward.ts";
import { answerOnlyWith } from "#server/pages/page-key.ts";
import { MOST, queuePages } from "#server/pages/page-queue.ts";
import { startServer } from "#tests/support/server.ts";

const KEY = "a key of the tests";

/** A real server, and a page process that answers when the test says so, the oldest request first. */
async function startWithPages(most = MOST, queued = 60_000) {
  const asked: { url: string; response: ServerResponse }[] = [];
  const order: string[] = [];
  let arrived = 0;
  const listener = answerOnlyWith(KEY, ({ url = "" }, response) => {
    order.push(url);
    asked.push({ url, response });
  });
  const maker = createServer(listener).listen(0, "127.0.0.1");
  await once(maker, "listening");
  const { port } = maker.address() as AddressInfo;
  const server = await startServer({
    trustProxy: true,
    pages: queuePages(
      (request, response, within) => forward(request, response, { port, key: KEY }, within),
      async (request) => {
        const party = await server.app.partyOf(request);
        arrived += 1;
        return party;
      },
      most,
      { queued, answered: 60_000 },
    ),
  });
  const leaving = new AbortController();
  return {
    server,
    /** What the page process was asked for, in this order. */
    order,
    ask: async (path: string, address: string, cookie = ""): Promise<number> => {
      const headers = { "x-forwarded-for": address, cookie };
      const response = await server.request(path, { headers, signal: leaving.signal });
      await response.text();
      return response.status;
    },
    /** So many requests have a turn or wait for one. */
    untilArrived: (count: number) => expect.poll(() => arrived, { interval: 5 }).toBe(count),
    untilAsked: (count: number) => expect.poll(() => order.length, { interval: 5 }).toBe(count),
    /** Makes so many pages, one after the other. */
    async make(count: number): Promise<void> {
      for (let n = 0; n < count; n += 1) {
        await expect.poll(() => asked.length, { interval: 5 }).toBeGreaterThan(0);
        asked.shift()?.response.end("a page");
      }
    },
    async [Symbol.asyncDispose]() {
      leaving.abort();
      await server[Symbol.asyncDispose]();
      maker.closeAllConnections();
      maker.close();
    },
  };
}

const many = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

test("[L14] of 128 requests at once from one address eight render, and other addresses wait for one page each, not 128", async () => {
  await using program = await startWithPages();
  const { server, ask, order } = program;
  const { ticket } = await server.join();
  const flood = many(128, (n) => ask(`/results/ABC234?${n}`, "192.0.2.1"));
  await program.untilArrived(128);
  expect(order).toHaveLength(8);
  const paths = ["/results/ABC234?another-address", "/results/ABC234?seat", "/dashboard"];
  const others = [
    ask(paths[0] as string, "192.0.2.2"),
    ask(paths[1] as string, "192.0.2.1", `seat-${server.session.code}=${ticket}`),
    ask(paths[2] as string, "192.0.2.1", server.cookie),
  ];
  await program.untilArrived(131);
  await program.make(131);
  expect(new Set(await Promise.all([...flood, ...others]))).toEqual(new Set([200]));
  // Eight were under way, and each party had at most one turn before the last of the three.
  for (const path of paths) expect([path, order.indexOf(path) < 8 + 5]).toEqual([path, true]);
});

test("[L14] when the queue is full, the address that fills it gets a page that says so and retries", async () => {
  await using program = await startWithPages({ atOnce: 2, waiting: 10 });
  const flood = many(50, (n) => program.ask(`/results/ABC234?${n}`, "192.0.2.1"));
  await program.untilArrived(50);
  // Two are being made and ten wait: 38 are refused, and two more give way to the others.
  const others = many(2, (n) => program.ask(`/results/ABC234?other=${n}`, "192.0.2.2"));
  await program.untilArrived(52);
  const refused = Promise.all(flood).then((statuses) => statuses.filter((status) => status === 503).length);
  await program.make(12);
  expect(await Promise.all(others)).toEqual([200, 200]);
  expect(await refused).toBe(40);
});

test("[L14] no one waits longer for a turn than a proxy would, and a stuck page process blocks no one", async () => {
  await using program = await startWithPages({ atOnce: 1, waiting: 10 }, 50);
  const stuck = program.ask("/results/ABC234?stuck", "192.0.2.1").catch(() => 0);
  await program.untilAsked(1);
  expect(await Promise.all(many(5, () => program.ask("/results/ABC234?later", "192.0.2.1")))).toEqual(
    many(5, () => 503),
  );
  // They left the queue, too.
  await program.make(1);
  expect([await stuck, program.order.length]).toEqual([200, 1]);
});
