import { expect, onTestFinished, test, vi } from "vitest";
import { Live } from "#app/live/live.ts";
import { until } from "#app/live/until.ts";
import { nextPhase, phasesOf } from "#debate/rules/phases.ts";
import { HOST_SCHEMAS } from "#tests/attacks/payloads.ts";
import { startProxy } from "#tests/faults/proxy.ts";
import { createDice } from "#tests/support/chance.ts";
import { Client } from "#tests/support/client.ts";
import { lesson, stored } from "#tests/support/host-messages.ts";
import { DAY } from "#tests/support/later-vote.ts";
import { refused } from "#tests/support/lesson.ts";
import { BEGINS_ANEW, pressesIn, READING, seatClass, WHOLE } from "#tests/support/lesson-presses.ts";
import type { Press } from "#tests/support/presses.ts";
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
  await using link = await startProxy(server.url, createDice());
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

test("[W20] a press after the computer slept is not sent with the next connection once it was reported as failed", async () => {
  const started = Date.now() - performance.now();
  await using server = await startServer({ clock: () => Math.floor(started + performance.now()) });
  await using link = await startProxy(server.url, createDice());
  const { host } = await lesson(server);
  using page = await controlRoom(server, link.url);
  const before = await stored(server);
  link.set({ stalls: true });
  // Engine.IO sees by the clock that it missed pings, and closes the connection as something is sent.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
  onTestFinished(() => void vi.useRealTimers());
  const answer = await page.live.send("host:lock", { locked: !before.session.locked });
  expect(answer).toEqual(refused("late"));
  link.set({});
  await page.connected();
  expect((await host.sync()).session.locked).toBe(before.session.locked);
  expect(await stored(server)).toEqual(before);
});

test("[W20, W21, W22] in a whole lesson with the network cut at each press, none is done late and none twice", async () => {
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date", "performance"],
    shouldAdvanceTime: true,
  });
  onTestFinished(() => void vi.useRealTimers());
  const tooLong = () => vi.advanceTimersByTimeAsync(2_001);
  await using server = await startServer({ settings: WHOLE, clock: Date.now });
  await using link = await startProxy(server.url, createDice());
  const connect = await seatClass(server);
  using page = await controlRoom(server, link.url);
  const { live } = page;
  const send = ([name, payload]: Sent) => live.send(name as "host:lock", payload as never);

  /** From a connection of its own: Engine.IO's pings don't follow the time of this test. */
  const truth = async () => {
    const host = await server.connect("host");
    return host.sync().finally(() => host.close());
  };

  /** Sends this while nothing leaves, or no answers come, until the page is back. Returns what was stored before and after. */
  async function cut(stalls: true | "answers", presses: Sent[]) {
    const before = await stored(server);
    const { stalled } = link.seen;
    const changing = presses.filter(([name]) => !READING.includes(name)).length;
    const isHandled = async () =>
      changing > 0
        ? (await stored(server)).events.length >= before.events.length + changing
        : link.seen.stalled > stalled;
    link.set({ stalls });
    const answers = presses.map(send);
    if (stalls === "answers") while (!(await isHandled())) await aTurn();
    await tooLong();
    for (const answer of await Promise.all(answers)) expect(answer).toEqual(refused("late"));
    expect(live.state()).toMatchObject({ connection: "reconnecting", unconfirmed: true });
    const after = await stored(server);
    expect(after.events).toHaveLength(before.events.length + (stalls === "answers" ? changing : 0));
    link.set({});
    await tooLong();
    await page.connected();
    const { session, log } = await truth();
    await until(live, ({ snapshot }) => snapshot.version >= session.version, 10_000);
    expect(live.state()).toMatchObject({ snapshot: session, log, unconfirmed: false });
    expect(await stored(server)).toEqual(after);
    return { before, after };
  }

  const pressed = new Set<string>();
  const known = (presses: Press[]) =>
    Promise.all(presses.map(async ([name, payload]): Promise<Sent> => [name, await payload()]));
  for (const [at, phase] of phasesOf(WHOLE).entries()) {
    if (phase === "closed") vi.setSystemTime(Date.now() + 2 * DAY);
    const next = nextPhase(phase, WHOLE) ?? "later";
    const move: Press = ["host:phase", () => ({ to: next, version: live.state().snapshot.version })];
    const seats = await connect();
    const rounds = [...(await pressesIn(server, seats, [at, phase])), [move]];
    const held = await cut(true, await known(rounds.flat()));
    expect(held.after, phase).toEqual(held.before);
    for (const round of rounds) {
      const sent = await known(round);
      const once = await cut("answers", sent);
      for (const press of sent) {
        pressed.add(press[0]);
        if (BEGINS_ANEW.includes(press[0])) continue;
        await send(press);
        expect(await stored(server), `${phase}: ${press[0]} again`).toEqual(once.after);
      }
    }
    expect((await truth()).session.phase).toBe(next);
    for (const seat of [seats.host, seats.ada, seats.bob, seats.eve, seats.dan]) seat.close();
  }
  const all = HOST_SCHEMAS.map(([name]) => name);
  expect([...pressed].toSorted()).toEqual(all.toSorted());
}, 300_000);

type Sent = readonly [name: string, payload: object];
const aTurn = () => new Promise((resolve) => setImmediate(resolve));
