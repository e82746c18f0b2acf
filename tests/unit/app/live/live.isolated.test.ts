import { EventEmitter } from "node:events";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { Live } from "#app/live/live.ts";
import { makeSocket } from "#app/live/live-socket.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import type { Mine, Rebuttal, Snapshot } from "#debate/rules/snapshot.ts";

const snapshot: Snapshot = {
  ...{ version: 1, phase: "before", locked: false, joined: 0 },
  turnout: { round: "before", voted: 0 },
};

const state = (change: object) => ({
  ...{ ok: true, session: snapshot, rebuttals: [], cursor: 0, now: Date.now(), ...change },
});
type Question = { resolve: (answer: object) => void; reject: (error: Error) => void };

/** A socket whose server the test controls. */
class FakeSocket extends EventEmitter {
  connected = false;
  asked = 0;
  io = Object.assign(new EventEmitter(), {
    opts: { transports: ["websocket", "polling"], tryAllTransports: true },
  });
  /** What the page says in its handshake. */
  auth: object = {};
  question: object | undefined;
  /** [W20] What was sent beside it. */
  until: object | undefined;
  pending: Question | undefined;

  connect(): void {
    this.connected = true;
    options.auth((auth) => {
      this.auth = auth;
    });
    // The answer to the handshake is under way.
    this.asked += 1;
    this.pending = undefined;
    this.question = {};
    this.emit("connect");
  }
  disconnect(): void {
    if (!this.connected) return;
    this.connected = false;
    this.emit("disconnect", "io client disconnect");
  }
  timeout = (within: number) => ({
    emitWithAck: (_name: string, payload: object, until?: object) => {
      this.asked += 1;
      this.question = payload;
      this.until = until;
      return new Promise<object>((resolve, reject) => {
        this.pending = { resolve, reject };
        setTimeout(() => reject(new Error("operation has timed out")), within);
      });
    },
  });
  /** Answers the newest `sync` that the page has sent. */
  async sync(change: object = {}): Promise<void> {
    await this.answers(state(change));
  }
  async answers(answer: object): Promise<void> {
    if (this.pending) this.pending.resolve(answer);
    else this.emit("synced", answer);
    await new Promise(process.nextTick);
  }
  /** No answer came in time, or the connection ended before. */
  async isSilent(): Promise<void> {
    this.pending?.reject(new Error("operation has timed out"));
    await new Promise(process.nextTick);
  }
}

let socket: FakeSocket;
type Options = { auth: (send: (auth: object) => void) => void };
let options: Options;
vi.mock("socket.io-client", () => ({
  io: (given: Options) => {
    options = given;
    return socket;
  },
}));

// Socket.IO is loaded once; from then on a page has its socket within the turn.
beforeAll(() => makeSocket(() => ({}), "student"));
const ready = () => new Promise(process.nextTick);

beforeEach(() => {
  socket = new FakeSocket();
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("window", new EventTarget());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function page(): Live {
  return new Live({ code: "ABC234", as: "student" }, { snapshot, rebuttals: [], cursor: 0, now: 0 });
}

async function open(): Promise<Live> {
  const live = page();
  live.start();
  await ready();
  return live;
}

async function connected(): Promise<Live> {
  const live = await open();
  await socket.sync();
  return live;
}

/** The page comes back into sight. */
function wake(): void {
  Object.assign(document, { visibilityState: "visible" });
  document.dispatchEvent(new Event("visibilitychange"));
}

test("[W4] a page shows the storage status that the server sends", async () => {
  const live = await connected();
  expect(live.state()).toMatchObject({ connection: "live", canStore: true });
  socket.emit("storage", { working: false });
  expect(live.state().canStore).toBe(false);
  socket.emit("storage", { working: true });
  expect(live.state().canStore).toBe(true);
});

test("[L1] a page that hit a rate limit reconnects automatically, and one that is refused permanently does not", async () => {
  const live = await connected();
  vi.useFakeTimers();
  const refuse = (data: object) =>
    socket.emit("connect_error", Object.assign(new Error("refused"), { data }));
  socket.disconnect();
  refuse({ code: "too-many", retryAfter: 10 });
  expect(live.state().connection).toBe("reconnecting");
  vi.advanceTimersByTime(9_999);
  expect(socket.connected).toBe(false);
  vi.advanceTimersByTime(3_001);
  expect(socket.connected).toBe(true);

  socket.disconnect();
  refuse({ code: "forbidden" });
  vi.advanceTimersByTime(60_000);
  expect(live.state().connection).toBe("refused");
  expect(socket.connected).toBe(false);
});

const text = (id: string): Rebuttal => ({
  ...{ id, side: "for", body: id, endorsements: 0, status: "published", at: 0, rank: 1 },
});
const seat = (ballots: Mine["ballots"], endorsed: string[] = []): Mine => ({
  ...{ participantId: "ada", name: "Amber Otter", ballots, endorsed, posted: [], reported: [] },
});

test("[W9] a page whose `sync` was refused temporarily retries automatically", async () => {
  vi.useFakeTimers();
  const live = await open();
  await socket.answers({ ok: false, code: "busy" });
  expect(live.state().connection).toBe("connecting");
  await vi.advanceTimersByTimeAsync(999);
  expect(socket.asked).toBe(1);
  await vi.advanceTimersByTimeAsync(2_001);
  expect(socket.asked).toBe(2);
  await socket.answers({ ok: false, code: "too-many", retryAfter: 5 });
  await vi.advanceTimersByTimeAsync(4_999);
  expect(socket.asked).toBe(2);
  await vi.advanceTimersByTimeAsync(2_001);
  await socket.sync();
  expect(live.state().connection).toBe("live");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(socket.asked).toBe(3);
});

test("[W9] a connection that delivers no state in time is replaced by a new one", async () => {
  vi.useFakeTimers();
  const live = await open();
  await vi.advanceTimersByTimeAsync(8_000);
  await socket.isSilent();
  expect(live.state().connection).toBe("reconnecting");
  expect(socket.connected).toBe(false);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(socket.connected).toBe(true);
  await socket.sync();
  expect(live.state().connection).toBe("live");
});

test("[W9] a message without an answer asks for the state, and a connection that answers neither is replaced", async () => {
  const live = await connected();
  vi.useFakeTimers();
  const sent = live.send("reading:done", { on: true });
  await ready();
  await socket.isSilent();
  expect(await sent).toEqual({ ok: false, code: "busy" });
  expect(socket.question).toEqual({});
  expect(live.state().connection).toBe("live");
  await socket.isSilent();
  expect(live.state().connection).toBe("reconnecting");
  await vi.advanceTimersByTimeAsync(2_000);
  await socket.sync();
  expect(live.state().connection).toBe("live");
});

test("[W9] a `sync` lost with its connection does not end the next connection, and a closed page asks no more", async () => {
  vi.useFakeTimers();
  const stop = page().start();
  await ready();
  socket.connected = false;
  socket.emit("disconnect", "transport close");
  await socket.isSilent();
  socket.connect();
  await socket.answers({ ok: false, code: "busy" });
  expect(socket.connected).toBe(true);
  stop();
  const { asked } = socket;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(socket).toMatchObject({ connected: false, asked });
});

test("[W9] messages that arrive before the state are kept, and missed ones are taken from it", async () => {
  const live = await open();
  socket.emit("rebuttals", { cursor: 3, changed: [text("heard early")], removed: [] });
  socket.emit("rebuttals", { cursor: 5, changed: [text("new")], removed: ["hidden"] });
  await socket.sync({ cursor: 4, rebuttals: [text("missed"), text("hidden")] });
  const { rebuttals, cursor, connection } = live.state();
  expect([...rebuttals.keys()]).toEqual(["missed", "new"]);
  expect({ cursor, connection }).toEqual({ cursor: 5, connection: "live" });
});

test("[W9] of two states, the one requested last counts", async () => {
  const live = await connected();
  wake();
  const older = socket.pending;
  wake();
  await socket.sync({ cursor: 9, rebuttals: [text("newer")] });
  older?.resolve(state({ cursor: 8, rebuttals: [text("older")] }));
  await new Promise(process.nextTick);
  expect([...live.state().rebuttals.keys()]).toEqual(["newer"]);
});

test("[W9][B3] an older state that arrives after a vote was confirmed does not replace that vote", async () => {
  const live = await connected();
  wake();
  live.assume({ you: seat({ before: { choice: "for", seq: 2 } }, ["endorsed"]) });
  await socket.sync({
    you: seat({ before: { choice: "against", seq: 1 }, after: { choice: "for", seq: 1 } }),
  });
  expect(live.state().you).toMatchObject({
    ballots: { before: { choice: "for", seq: 2 }, after: { choice: "for", seq: 1 } },
    endorsed: ["endorsed"],
  });
  // No vote was confirmed during this request, so its state is the newest.
  wake();
  await socket.sync({ you: seat({ before: { choice: "against", seq: 1 } }) });
  expect(live.state().you).toEqual(seat({ before: { choice: "against", seq: 1 } }));
});

test("[W9][B3] an older message about the seat's ballots does not replace a confirmed vote", async () => {
  const live = await connected();
  live.assume({ you: seat({ before: { choice: "for", seq: 2 } }) });
  socket.emit("mine", seat({ before: { choice: "against", seq: 1 } }, ["endorsed"]));
  expect(live.state().you).toEqual(seat({ before: { choice: "for", seq: 2 } }, ["endorsed"]));
  // The words of a ballot were deleted: its counter is the same.
  socket.emit("mine", seat({ before: { choice: "undecided", seq: 2 } }));
  expect(live.state().you?.ballots.before?.choice).toBe("undecided");
});

test("[W9] the first state on a new connection counts also if it is older, as after a restore, unless a newer one was pushed", async () => {
  const live = await connected();
  const versions: number[] = [];
  const answers = async (version: number) => {
    await socket.sync({ session: { ...snapshot, version } });
    versions.push(live.state().snapshot.version);
  };
  socket.emit("session", { ...snapshot, version: 9 });
  wake();
  await answers(5);
  socket.disconnect();
  socket.connect();
  await answers(5);
  wake();
  await answers(4);
  socket.disconnect();
  socket.connect();
  socket.emit("session", { ...snapshot, version: 6 });
  await answers(3);
  expect(versions).toEqual([9, 5, 5, 6]);
});

test("[R15] a page requests the rebuttals that are missing from the first answer, and drops those in no answer", async () => {
  const live = await connected();
  socket.emit("rebuttals", { cursor: 1, changed: [text("known"), text("gone")], removed: [] });
  wake();
  await socket.sync({ cursor: 2, rebuttals: [text("best")], more: { at: 9, id: "best" } });
  const shown = () => [...live.state().rebuttals.keys()];
  expect(socket.question).toEqual({ after: { at: 9, id: "best" } });
  // Old rebuttals stay until all pages have arrived, so that nothing jumps under a thumb.
  expect(shown()).toEqual(["known", "gone", "best"]);
  expect(live.state().connection).toBe("live");
  await socket.sync({ cursor: 3, rebuttals: [text("older")], more: { at: 5, id: "older" } });
  expect(socket.question).toEqual({ after: { at: 5, id: "older" } });
  // Received while the last page is on its way: newer than that page.
  socket.emit("rebuttals", { cursor: 4, changed: [text("new")], removed: ["older"] });
  await socket.sync({ cursor: 3, rebuttals: [text("known"), text("older")] });
  expect(shown().sort()).toEqual(["best", "known", "new"]);
  expect(socket.asked).toBe(4);
});

test("[W9] a seat that was removed meanwhile stays removed", async () => {
  const live = await open();
  socket.emit("removed", {});
  await socket.sync();
  expect(live.state().connection).toBe("removed");
});

test("[J2] a removed seat comes back without a press once its host has given it back, and stays removed until then", async () => {
  const live = await connected();
  vi.useFakeTimers();
  socket.emit("removed", {});
  socket.disconnect();
  vi.advanceTimersByTime(22_000);
  expect(socket.connected).toBe(true);
  socket.disconnect();
  for (const data of [{ code: "removed" }, undefined, { code: "busy" }]) {
    socket.emit("connect_error", Object.assign(new Error("refused"), { data }));
    expect(live.state().connection).toBe("removed");
  }
  vi.advanceTimersByTime(22_000);
  vi.useRealTimers();
  await socket.sync();
  expect(live.state().connection).toBe("live");
});

const RESULTS: Snapshot = { ...snapshot, phase: "results", version: 5, step: "verdict" };
const verdict = (headline: string): ResultMessage => ({ step: "verdict", headline });

test("[V14] a page draws what a step was last told to show, whichever way it came", async () => {
  const live = await connected();
  socket.emit("session", RESULTS);
  expect(live.state().result).toBeNull();
  socket.emit("result", verdict("pushed"));
  expect(live.state().result).toEqual(verdict("pushed"));
  wake();
  await socket.sync({ session: RESULTS, result: verdict("asked for") });
  expect(live.state().result).toEqual(verdict("asked for"));
  // A step that is pushed while an answer is on its way is the newer of the two.
  wake();
  socket.emit("result", verdict("pushed again"));
  await socket.sync({ session: RESULTS, result: verdict("asked before") });
  expect(live.state().result).toEqual(verdict("pushed again"));
});

test("[V14] [V16] a page forgets results and guesses once the class goes back to a vote", async () => {
  const live = await connected();
  socket.emit("session", RESULTS);
  socket.emit("result", verdict("pushed"));
  live.assume({ you: { ...seat({}), guess: 40 } });
  socket.emit("session", { ...snapshot, phase: "after", version: 6 });
  expect(live.state()).toMatchObject({ result: null, you: seat({}) });
  expect(live.state().you).not.toHaveProperty("guess");
});

test("[V14] [W9] what an older answer says of another step is not taken over", async () => {
  const live = await connected();
  wake();
  socket.emit("session", { ...RESULTS, version: 6, step: "covered" });
  await socket.sync({ session: RESULTS, result: verdict("older") });
  expect(live.state()).toMatchObject({ snapshot: { step: "covered" }, result: null });
  wake();
  socket.emit("session", { ...snapshot, phase: "after", version: 7 });
  await socket.sync({ session: RESULTS, result: verdict("older") });
  expect(live.state()).toMatchObject({ snapshot: { phase: "after" }, result: null });
});

test("[W13] a page that was rendered with all there is is live without another state, and by the server's clock", async () => {
  const start = { ...snapshot, phaseEndsAt: 60_000 };
  const live = new Live(
    { code: "ABC234", as: "student", ticket: "a ticket" },
    { snapshot: start, rebuttals: [text("one")], cursor: 9, version: 7, now: 0 },
  );
  live.start();
  await ready();
  expect(socket.auth).toEqual({ code: "ABC234", as: "student", ticket: "a ticket", version: 7 });
  await socket.answers({ ok: true, unchanged: true, now: Date.now() + 10_000 });
  expect(live.state()).toMatchObject({ connection: "live", canStore: true });
  expect([...live.state().rebuttals.keys()]).toEqual(["one"]);
  expect((live.state().snapshot.phaseEndsAt ?? 0) - 60_000).toBeCloseTo(-10_000, -2);
  // After a lost connection it may have missed something.
  socket.emit("disconnect", "transport close");
  socket.connect();
  expect(socket.auth).toMatchObject({ version: 0 });
  await socket.sync({ rebuttals: [text("two")] });
  expect([...live.state().rebuttals.keys()]).toEqual(["two"]);
});

test("[W19] a page that was rendered for another seat asks for this one's state, and is not live before", async () => {
  const start = { snapshot, rebuttals: [], cursor: 9, version: 7, now: 0, you: seat({}) };
  const live = new Live({ code: "ABC234", as: "student" }, start);
  live.start();
  await ready();
  await socket.answers({ ok: true, unchanged: true, participantId: "another", now: 0 });
  expect(live.state().connection).not.toBe("live");
  await socket.sync({ you: { ...seat({}), participantId: "another" } });
  expect(live.state()).toMatchObject({ connection: "live", you: { participantId: "another" } });
});

test("[W13] [R15] a page that does not have all rebuttals asks for the whole state", async () => {
  const start = { snapshot, rebuttals: [text("one")], more: { at: 0, id: "one" }, cursor: 7, now: 0 };
  new Live({ code: "ABC234", as: "student" }, start).start();
  await ready();
  expect(socket.auth).toMatchObject({ version: 0 });
});

test("[W12] after an attempt without any answer the next one begins with the other transport", async () => {
  await open();
  const fails = (message: string) => socket.emit("connect_error", new Error(message));
  fails("websocket error");
  expect(socket.io.opts.transports).toEqual(["websocket", "polling"]);
  fails("timeout");
  expect(socket.io.opts.transports).toEqual(["polling", "websocket"]);
  fails("timeout");
  expect(socket.io.opts.transports).toEqual(["websocket", "polling"]);
});

/** A connected control room. */
async function controlRoom(): Promise<Live> {
  const live = new Live({ code: "ABC234", as: "host" }, { snapshot, rebuttals: [], cursor: 0, now: 0 });
  live.start();
  await ready();
  await socket.sync();
  return live;
}

test("[W20] a press without an answer is reported after two seconds, and the connection is replaced", async () => {
  vi.useFakeTimers();
  const live = await controlRoom();
  await vi.advanceTimersByTimeAsync(700);
  const answer = live.send("host:lock", { locked: true });
  await vi.advanceTimersByTimeAsync(1_999);
  // The server may carry it out as long as the page waits, counted from when they were connected.
  expect(socket.until).toEqual({ by: 2_700 });
  expect(live.state()).toMatchObject({ connection: "live" });
  await vi.advanceTimersByTimeAsync(1);
  expect(await answer).toEqual({ ok: false, code: "late" });
  expect(live.state()).toMatchObject({ connection: "reconnecting", unconfirmed: true });
  await vi.advanceTimersByTimeAsync(2_000);
  await socket.sync();
  expect(live.state()).toMatchObject({ connection: "live", unconfirmed: false });
});

test("[W20] a press without a connection is reported at once, and nothing of it is kept", async () => {
  const live = await controlRoom();
  socket.connected = false;
  socket.emit("disconnect", "transport close");
  const { asked } = socket;
  expect(await live.send("host:lock", { locked: true })).toEqual({ ok: false, code: "late" });
  expect(socket.asked).toBe(asked);
  socket.connect();
  await socket.sync();
  expect(socket.asked).toBe(asked + 1);
});

test("[W21] a press that the server is still at work on waits for its answer", async () => {
  vi.useFakeTimers();
  const live = await controlRoom();
  const answer = live.send("host:lock", { locked: true });
  await vi.advanceTimersByTimeAsync(1_000);
  socket.emit("working", {});
  await vi.advanceTimersByTimeAsync(4_000);
  expect(live.state().connection).toBe("live");
  await socket.answers({ ok: true });
  expect(await answer).toEqual({ ok: true });
});

test("[W20] a control room whose browser goes offline shows within two seconds whether the server is still there", async () => {
  vi.useFakeTimers();
  const live = await controlRoom();
  window.dispatchEvent(new Event("offline"));
  await socket.sync();
  expect(live.state().connection).toBe("live");
  window.dispatchEvent(new Event("offline"));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(live.state().connection).toBe("reconnecting");
});
