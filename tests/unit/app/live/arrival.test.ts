import { expect, test, vi } from "vitest";
import { arrival } from "#app/live/arrival.ts";
import type { Live } from "#app/live/live.ts";

function liveAt(first: number) {
  let version = first;
  const listeners = new Set<() => void>();
  return {
    listeners,
    state: () => ({ snapshot: { version } }) as ReturnType<Live["state"]>,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hears(newer: number) {
      version = newer;
      for (const listener of listeners) listener();
    },
  };
}

test("[V15] a step counts as shown once the page has the state that the answer speaks of", async () => {
  const live = liveAt(3);
  let hasCome = false;
  const waiting = arrival(live, 5).then(() => {
    hasCome = true;
  });
  live.hears(4);
  await Promise.resolve();
  expect(hasCome).toBe(false);
  live.hears(6);
  await waiting;
  expect(live.listeners.size).toBe(0);
  await arrival(live, 6);
});

test("[V15] a page that loses its connection meanwhile waits no longer than two seconds", async () => {
  vi.useFakeTimers();
  try {
    const live = liveAt(3);
    const waiting = arrival(live, 5);
    await vi.advanceTimersByTimeAsync(2_000);
    await waiting;
    expect(live.listeners.size).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
