import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Live } from "#app/live/live.ts";
import type { TakenSeat } from "#debate/protocol/pages.ts";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import { startWithoutWebSockets } from "#tests/support/no-web-sockets.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** Joins as the app does. */
async function takeSeat(server: TestServer, headers: Record<string, string> = {}) {
  const response = await server.asStranger("/join?with=phone", { json: {}, headers });
  const taken = (await response.json()) as TakenSeat;
  const seat = taken.phone?.seat;
  if (!seat || seat === "removed") throw new Error(`no seat: ${JSON.stringify(taken)}`);
  const cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  return { response, taken, seat, cookie, ticket: taken.ticket };
}

describe("[W13] a join", () => {
  test("answers with everything that the room starts from if asked, and sets the cookie", async () => {
    await using server = await startServer({ settings: { positionsFrom: "lobby" } });
    const { response, taken, cookie } = await takeSeat(server);
    expect([response.status, cookie]).toEqual([201, `seat-${server.session.code}=${taken.ticket}`]);
    const asked = await (await server.asStranger("/phone", { headers: { cookie } })).json();
    expect({ ...taken.phone, seat: { ...Object(taken.phone?.seat), now: 0 } }).toEqual({
      ...asked,
      seat: { ...asked.seat, now: 0 },
    });
    // A phone that joins again has what it had.
    const host = await server.connect("host");
    await moveTo(host, "before");
    const ada = await server.connect("student", { ticket: taken.ticket });
    expect(await ada.send("ballot:cast", ballot("for"))).toMatchObject(OK);
    const again = await takeSeat(server, { cookie });
    expect([again.response.status, again.taken.participantId]).toEqual([200, taken.participantId]);
    expect(again.seat.you.ballots).toMatchObject({ before: { choice: "for" } });
  });

  test("answers as before without being asked, and a plain form is redirected", async () => {
    await using server = await startServer();
    const plain = await (await server.asStranger("/join", { json: {} })).json();
    expect(Object.keys(plain).sort()).toEqual(["name", "participantId", "ticket"]);
    const form = await server.asStranger("/join?with=phone", {
      method: "POST",
      body: "",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect([form.status, form.headers.get("location")]).toEqual([303, `/s/${server.session.code}`]);
  });

  test("that is refused says why, and nothing of the session", async () => {
    await using server = await startServer();
    const host = await server.connect("host");
    expect(await host.send("host:lock", { locked: true })).toMatchObject(OK);
    const refused = await server.asStranger("/join?with=phone", { json: {} });
    expect([refused.status, Object.keys(await refused.json())]).toEqual([409, ["error"]]);
  });
});

describe("[W13] a handshake with a version", () => {
  test("gets nothing but the time if nothing has changed, and the whole state if something has", async () => {
    await using server = await startServer();
    const { seat, ticket } = await takeSeat(server);
    const same = await server.connect("student", { ticket, version: seat.cursor });
    expect(await same.hears("synced")).toEqual({ ok: true, unchanged: true, now: expect.any(Number) });
    // It is in the room, and misses nothing that comes.
    const host = await server.connect("host");
    await moveTo(host, "before");
    expect((await same.sees(({ phase }) => phase === "before")).phase).toBe("before");
    const late = await server.connect("student", { ticket, version: seat.cursor });
    const { now: _, ...pushed } = (await late.hears("synced")) as { now: number };
    const { now: __, ...asked } = await late.sync();
    expect(pushed).toEqual(asked);
    expect(pushed).toMatchObject({ ok: true, session: { phase: "before" }, you: { ballots: {} } });
  });

  test("gets the whole state at the step of guesses, which raise no version", async () => {
    await using server = await startServer({ settings: { stagedReveal: true, guess: true } });
    const { ticket, participantId } = await server.join();
    const host = await server.connect("host");
    const ada = await server.connect("student", { ticket });
    for (const phase of ["before", "reading", "rebuttal", "after"] as const) {
      await moveTo(host, phase);
      if (phase === "before" || phase === "after") await ada.send("ballot:cast", ballot("for", phase));
    }
    await moveTo(host, "results");
    const { version } = (await host.sync()).session;
    expect(await host.send("host:step", { step: "guess", version })).toMatchObject(OK);
    const { cursor } = await ada.sync();
    expect(await ada.send("guess:cast", { share: 40 })).toMatchObject(OK);
    const tablet = await server.connect("student", { ticket, version: cursor });
    expect(await tablet.hears("synced")).toMatchObject({ you: { participantId, guess: 40 } });
  });

  test("is answered for hosts and projectors, too, and nothing is sent without one", async () => {
    await using server = await startServer();
    const host = await server.connect("host", { version: 0 });
    expect(await host.hears("synced")).toMatchObject({ ok: true, roster: { seats: [] }, log: [{}] });
    const screen = await server.connect("screen", { version: 0 });
    expect(await screen.hears("synced")).toMatchObject({ ok: true, session: { phase: "lobby" } });
    const old = await server.connect("student");
    await old.sync();
    expect(old.heard.map(({ name }) => name)).not.toContain("synced");
  });

  test("[L1] costs its seat as much as a `sync`", async () => {
    await using server = await startServer({ messagesPerSecond: 5 });
    const { ticket } = await server.join();
    const ada = await server.connect("student", { ticket, version: 0 });
    expect(await ada.hears("synced")).toMatchObject(OK);
    await ada.sync();
    const tablet = await server.connect("student", { ticket, version: 0 });
    expect(await tablet.hears("synced")).toMatchObject({ ok: false, code: "too-many", retryAfter: 1 });
  });

  test("[W1] is refused if the version is no version", async () => {
    await using server = await startServer();
    const { ticket } = await server.join();
    for (const version of [-1, 0.5, "1", null])
      await expect(server.connect("student", { ticket, version })).rejects.toMatchObject({
        code: "malformed",
      });
  });
});

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
