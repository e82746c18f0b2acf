import { expect, test, vi } from "vitest";
import { Live } from "#app/live/live.ts";
import { until } from "#app/live/until.ts";
import { throwDice } from "#tests/faults/dice.ts";
import { startProxy } from "#tests/faults/proxy.ts";
import { Client } from "#tests/support/client.ts";
import { lesson, stored } from "#tests/support/host-messages.ts";
import { refused } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** Where the pages of these tests connect to, and with whose cookie; a browser knows both. */
const browser = vi.hoisted(() => ({ url: "", cookie: "" }));
vi.mock("socket.io-client", async (original) => {
  const library = await original<typeof import("socket.io-client")>();
  const ofPage = (options: object) =>
    library.io(browser.url, { ...options, forceNew: true, extraHeaders: { cookie: browser.cookie } });
  const io = (url: string | object, options?: object) =>
    typeof url === "string" ? library.io(url, options) : ofPage(url);
  return { ...library, io };
});

/** A connected control room behind a link that can be cut. */
async function controlRoom(server: TestServer, url: string) {
  Object.assign(browser, { url, cookie: server.cookie });
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("window", new EventTarget());
  const start = { rebuttals: [], cursor: 0, now: 0 };
  const snapshot = { version: 0, phase: "lobby", locked: false, joined: 0 } as const;
  const live = new Live(
    { code: server.session.code, as: "host" },
    { ...start, snapshot: { ...snapshot, turnout: { round: "before", voted: 0 } } },
  );
  const stop = live.start();
  const connected = () => until(live, ({ connection }) => connection === "live", 60_000);
  await connected();
  return { live, connected, [Symbol.dispose]: stop };
}

test("[W20] no message that a network holds back past its time is carried out, by WebSocket and long polling", async () => {
  let now = Date.now();
  await using server = await startServer({ clock: () => now });
  await using link = await startProxy(server.url, throwDice("presses"));
  const { messages } = await lesson(server);
  const auth = { code: server.session.code, as: "host" };
  const before = await stored(server);
  for (const transport of ["websocket", "polling"] as const) {
    const host = new Client(link.url, { auth, cookie: server.cookie, transports: [transport] });
    await host.connected();
    link.set({ stalls: true });
    const answers = messages.map(([name, payload]) => host.raw(name, payload, { by: 2_000 }));
    now += 2_001;
    link.set({});
    for (const [at, answer] of (await Promise.all(answers)).entries())
      expect(answer, `${messages[at]?.[0]} by ${transport}`).toEqual(refused("late"));
    expect(await stored(server)).toEqual(before);
    host.close();
  }
});

test("[W20] a message in time is carried out, and a time that is none is refused", async () => {
  await using server = await startServer();
  const { host } = await lesson(server);
  expect(await host.raw("host:lock", { locked: true }, { by: "soon" })).toMatchObject({ code: "malformed" });
  expect(await host.raw("host:lock", { locked: true }, { by: -1 })).toMatchObject({ code: "malformed" });
  expect((await host.sync()).session.locked).toBe(false);
  expect(await host.raw("host:lock", { locked: true }, { by: 60_000 })).toEqual({ ok: true });
  expect((await host.sync()).session.locked).toBe(true);
});

test("[W20, W21] each host message that can't leave is reported, never carried out later, and can be sent again", async () => {
  await using server = await startServer();
  await using link = await startProxy(server.url, throwDice("presses"));
  const { host, messages } = await lesson(server);
  using page = await controlRoom(server, link.url);
  const { live } = page;
  const before = await stored(server);
  link.set({ stalls: true });
  const answers = messages.map(([name, payload]) => live.send(name as "host:lock", payload as never));
  for (const answer of await Promise.all(answers)) expect(answer).toEqual(refused("late"));
  expect(live.state()).toMatchObject({ connection: "reconnecting", unconfirmed: true });
  // Without a connection a press isn't kept for later, either.
  expect(await live.send("host:lock", { locked: true })).toEqual(refused("late"));
  link.set({});
  await page.connected();
  // What was held back has been handled by then: the server hears one connection's messages in their order.
  expect((await host.sync()).session.locked).toBe(before.session.locked);
  expect(await stored(server)).toEqual(before);
  expect(live.state().unconfirmed).toBe(false);
  const { version } = live.state().snapshot;
  expect(await live.send("host:phase", { to: "after", version })).toMatchObject({ ok: true });
});

test("[W21] after answers were lost, the control room shows what each host message had done, and nothing follows", async () => {
  await using server = await startServer();
  await using link = await startProxy(server.url, throwDice("presses"));
  const { host, messages } = await lesson(server);
  using page = await controlRoom(server, link.url);
  const { live } = page;
  const before = await stored(server);
  link.set({ stalls: "answers" });
  const answers = messages.map(([name, payload]) => live.send(name as "host:lock", payload as never));
  for (const answer of await Promise.all(answers)) expect(answer).toEqual(refused("late"));
  const done = await stored(server);
  expect(done).not.toEqual(before);
  link.set({});
  await page.connected();
  const { session } = await host.sync();
  await until(live, ({ snapshot }) => snapshot.version >= session.version, 10_000);
  expect(live.state().snapshot).toEqual(session);
  expect(await stored(server)).toEqual(done);
  // The same press again, from what is shown now.
  expect(await live.send("host:lock", { locked: session.locked })).toEqual({ ok: true });
});
