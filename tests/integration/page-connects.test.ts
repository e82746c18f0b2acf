import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Live } from "#app/live/live.ts";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import { startWithoutWebSockets } from "#tests/support/no-web-sockets.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { takeSeat } from "#tests/support/take-seat.ts";

describe("[W12] a page", () => {
  beforeEach(() => {
    vi.stubGlobal("document", new EventTarget());
    vi.stubGlobal("window", new EventTarget());
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** The app's own connection, as a page at this address opens it. */
  async function openPage(server: TestServer, url: string) {
    const { seat, ticket } = await takeSeat(server);
    const { protocol, host, hostname, port } = new URL(url);
    vi.stubGlobal("location", { protocol, host, hostname, port });
    return new Live({ code: server.session.code, as: "student", ticket }, seat);
  }

  const becomes = (live: Live, connection: string) =>
    new Promise<void>((resolve) => {
      const look = () => live.state().connection === connection && resolve();
      live.subscribe(look);
      look();
    });

  test("connects by WebSocket, with one request and no poll", async () => {
    await using server = await startServer();
    const asked: string[] = [];
    for (const event of ["request", "upgrade"] as const)
      server.app.server.on(event, ({ url = "" }: { url?: string }) => asked.push(`${event} ${url}`));
    const live = await openPage(server, server.url);
    asked.length = 0;
    const stop = live.start();
    await becomes(live, "live");
    expect(asked).toEqual([expect.stringMatching(/^upgrade \/socket\.io\/.*transport=websocket$/u)]);
    stop();
  });

  test.each(["refused", "swallowed"] as const)(
    "reaches its session by long polling where WebSockets are %s, and votes",
    async (upgrades) => {
      await using server = await startServer();
      await using network = await startWithoutWebSockets(server.url, upgrades);
      const host = await server.connect("host");
      await moveTo(host, "before");
      const live = await openPage(server, network.url);
      // A swallowed WebSocket is given up after eight seconds.
      if (upgrades === "swallowed") vi.useFakeTimers({ toFake: ["setTimeout"], shouldAdvanceTime: true });
      const stop = live.start();
      if (upgrades === "swallowed") {
        await expect.poll(() => network.seen.upgrades).toBe(1);
        await vi.advanceTimersByTimeAsync(10_000);
      }
      await becomes(live, "live");
      vi.useRealTimers();
      expect(await live.send("ballot:cast", ballot("for"))).toMatchObject(OK);
      await moveTo(host, "reading");
      await expect.poll(() => live.state().snapshot.phase).toBe("reading");
      expect(network.seen.upgrades).toBeGreaterThan(0);
      expect(network.seen.requests).toBeGreaterThan(2);
      stop();
    },
  );
});
