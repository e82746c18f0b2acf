import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Live } from "#app/live/live.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import { startWithoutWebSockets } from "#tests/support/no-web-sockets.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { takeSeat } from "#tests/support/take-seat.ts";

const SNAPSHOT: Snapshot = {
  ...{ version: 1, phase: "before", locked: false, joined: 0 },
  turnout: { round: "before", voted: 0 },
};

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

  /** A server of the release before: its handshake knows no `version`. */
  async function startOlderServer() {
    const handshakes: string[][] = [];
    const syncs: object[] = [];
    const server = createServer();
    const io = new Server(server);
    io.use(({ handshake }, next) => {
      const keys = Object.keys(handshake.auth).sort();
      handshakes.push(keys);
      const refusal = Object.assign(new Error("malformed"), { data: { code: "malformed" } });
      next(keys.every((key) => ["as", "code", "key", "ticket"].includes(key)) ? undefined : refusal);
    });
    io.on("connection", (socket) =>
      socket.on("sync", (asked, answer) => {
        syncs.push(asked);
        answer({ ok: true, session: SNAPSHOT, rebuttals: [], cursor: 2, now: Date.now() });
      }),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return {
      ...{ io, handshakes, syncs, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
      [Symbol.asyncDispose]: () => io.close(),
    };
  }

  test("[W13] connects to a server of the release before, which refuses `version`, and asks for its state", async () => {
    await using server = await startOlderServer();
    const { protocol, host, hostname, port } = new URL(server.url);
    vi.stubGlobal("location", { protocol, host, hostname, port });
    const start = { snapshot: SNAPSHOT, rebuttals: [], cursor: 1, now: 0 };
    const live = new Live({ code: "ABC234", as: "student", ticket: "a ticket" }, start);
    const ended = new Promise<void>((resolve) => {
      live.subscribe(() => ["live", "refused"].includes(live.state().connection) && resolve());
    });
    const stop = live.start();
    await ended;
    expect(live.state()).toMatchObject({ connection: "live", cursor: 2 });
    expect(server.handshakes).toEqual([
      ["as", "code", "ticket", "version"],
      ["as", "code", "ticket"],
    ]);
    // A new connection is not refused first.
    const again = new Promise<void>((resolve) => {
      live.subscribe(() => server.syncs.length === 2 && live.state().connection === "live" && resolve());
    });
    for (const { conn } of server.io.of("/").sockets.values()) conn.close();
    await again;
    expect(server.handshakes.slice(2)).toEqual([["as", "code", "ticket"]]);
    expect(server.syncs).toEqual([{}, {}]);
    stop();
  });

  test("[W13] that is refused without `version`, too, stays refused", async () => {
    await using server = await startOlderServer();
    const { protocol, host, hostname, port } = new URL(server.url);
    vi.stubGlobal("location", { protocol, host, hostname, port });
    const identity = { code: "ABC234", as: "student", unknown: "x" } as const;
    const live = new Live(identity, { snapshot: SNAPSHOT, rebuttals: [], cursor: 1, now: 0 });
    const stop = live.start();
    await becomes(live, "refused");
    expect(server.handshakes).toHaveLength(2);
    stop();
  });

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
