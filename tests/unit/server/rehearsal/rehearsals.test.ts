import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { Settings } from "#debate/rules/settings.ts";
import { createRehearsals } from "#server/rehearsal/rehearsals.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

const session = (id: string) =>
  ({ id, phase: "lobby", settings: Settings.parse({ simulated: 300 }) }) as SessionRecord;

/** Everything that a student does fails for want of other parts, and is counted as it is logged. */
function startStubbed() {
  let now = 0;
  const log = { error: vi.fn() };
  const store = {
    sessions: { byId: async (id: string) => session(id), debateOf: async () => BUILT_IN_DEBATE },
  };
  const parts = { clock: () => now, store } as unknown as Dependencies;
  return {
    rehearsals: createRehearsals(parts, log),
    done: () => log.error.mock.calls.length,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("[H2] students do ten things in a tick, and none in one that comes 51 ms late", async () => {
  const { rehearsals, done, pass } = startStubbed();
  let at = 0;
  vi.spyOn(performance, "now").mockImplementation(() => at);
  const tick = async (late: number) => {
    at += 250 + late;
    await vi.advanceTimersByTimeAsync(250);
    return done();
  };
  await rehearsals.begin(session("one"));
  pass(8_000);
  expect(await tick(0)).toBe(10);
  expect(await tick(51)).toBe(10);
  expect(await tick(50)).toBe(20);
  await rehearsals.stop();
  expect(await tick(0)).toBe(20);
});

test("[H2] a server plays ten rehearsals, and they share the ten things", async () => {
  const { rehearsals, done, pass } = startStubbed();
  vi.spyOn(performance, "now").mockReturnValue(0);
  for (let place = 1; place <= 10; place += 1) {
    expect(rehearsals.isFull()).toBe(false);
    await rehearsals.begin(session(`${place}`));
  }
  expect(rehearsals.isFull()).toBe(true);
  pass(8_000);
  await vi.advanceTimersByTimeAsync(250);
  expect(done()).toBe(10);
  await rehearsals.stop();
});
