import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Live } from "#app/live/live.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

const emitWithAck = vi.fn(async () => ({ ok: true }));
const socket = Object.assign(new EventEmitter(), {
  connect: vi.fn(),
  disconnect: vi.fn(),
  timeout: () => ({ emitWithAck }),
});
let load: () => void;
vi.mock("#app/live/live-socket.ts", () => ({
  makeSocket: () =>
    new Promise((resolve) => {
      load = () => resolve(socket);
    }),
}));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("window", new EventTarget());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.clearAllMocks();
});

function page(): Live {
  const snapshot: Snapshot = {
    ...{ version: 1, phase: "lobby", locked: false, joined: 0 },
    turnout: { round: "before", voted: 0 },
  };
  return new Live({ code: "ABC234", as: "screen" }, { snapshot, rebuttals: [], cursor: 0, now: 0 });
}

test("a page that can't load Socket.IO says within four seconds that it has no connection, and connects once it can", async () => {
  const live = page();
  live.start();
  await vi.advanceTimersByTimeAsync(1_900);
  expect(live.state().connection).toBe("connecting");
  await vi.advanceTimersByTimeAsync(2_100);
  expect(live.state().connection).toBe("reconnecting");
  load();
  await vi.advanceTimersByTimeAsync(0);
  expect(socket.connect).toHaveBeenCalledOnce();
});
