import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Live } from "#app/live/live.ts";
import type { Snapshot } from "#debate/protocol/snapshot.ts";

const snapshot: Snapshot = {
  ...{ version: 1, phase: "before", locked: false, joined: 0 },
  turnout: { round: "before", voted: 0 },
};

/** A socket whose server does what the test says. */
class FakeSocket extends EventEmitter {
  connected = false;
  #answer: (answer: object) => void = () => undefined;

  connect(): void {
    this.connected = true;
    this.emit("connect");
  }
  disconnect(): void {
    this.connected = false;
  }
  timeout = () => ({
    emitWithAck: () => new Promise<object>((resolve) => (this.#answer = resolve)),
  });
  /** Answers the `sync` that the page has sent. */
  async sync(): Promise<void> {
    this.#answer({ ok: true, session: snapshot, rebuttals: [], cursor: 0, now: Date.now() });
    await new Promise(process.nextTick);
  }
}

let socket: FakeSocket;
vi.mock("socket.io-client", () => ({ io: () => socket }));

beforeEach(() => {
  socket = new FakeSocket();
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("window", new EventTarget());
});
afterEach(() => vi.unstubAllGlobals());

async function connected(): Promise<Live> {
  const live = new Live({ code: "ABC234", as: "student" }, { snapshot, rebuttals: [], cursor: 0, now: 0 });
  live.start();
  await socket.sync();
  return live;
}

test("[W4] a page follows what it is told of the storage", async () => {
  const live = await connected();
  expect(live.state()).toMatchObject({ connection: "live", canStore: true });
  socket.emit("storage", { working: false });
  expect(live.state().canStore).toBe(false);
  socket.emit("storage", { working: true });
  expect(live.state().canStore).toBe(true);
});

test("[W4] after a lost connection, silence about the storage means that it works again", async () => {
  const live = await connected();
  socket.emit("storage", { working: false });
  socket.emit("disconnect", "transport close");
  socket.connect();
  // Not before the page is in step: a banner that goes and comes back would be read out twice.
  expect(live.state().canStore).toBe(false);
  await socket.sync();
  expect(live.state().canStore).toBe(true);
});

test("[L1] a page that is not let in for now comes back by itself, and one that is not for good stays", async () => {
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
  vi.useRealTimers();
});

test("[W4] a page that connects while nothing can be stored keeps what it was told, also when it asks again", async () => {
  const live = await connected();
  socket.emit("disconnect", "transport close");
  socket.connect();
  socket.emit("storage", { working: false });
  await socket.sync();
  expect(live.state()).toMatchObject({ connection: "live", canStore: false });
  Object.assign(document, { visibilityState: "visible" });
  document.dispatchEvent(new Event("visibilitychange"));
  await socket.sync();
  expect(live.state().canStore).toBe(false);
});
