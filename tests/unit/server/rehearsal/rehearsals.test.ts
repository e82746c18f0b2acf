import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { accept, refuse } from "#debate/rules/result.ts";
import { Settings } from "#debate/rules/settings.ts";
import { createRehearsals } from "#server/rehearsal/rehearsals.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";

const session = (id: string, hostId = id) =>
  ({
    id,
    hostId,
    phase: "lobby",
    settings: Settings.parse({}),
    simulated: 300,
    classId: null,
  }) as SessionRecord;
const opening = (id: string, hostId?: string) => async () => accept(session(id, hostId));

/** Everything that a student does fails for want of other parts, and is counted as it is logged. */
function startStubbed() {
  let now = 0;
  const log = { error: vi.fn() };
  const sessions = {
    byId: async (id: string) => session(id),
    debateOf: async () => BUILT_IN_DEBATE,
    remove: vi.fn(),
  };
  const announce = { gone: vi.fn() };
  const parts = { clock: () => now, store: { sessions }, announce } as unknown as Dependencies;
  return {
    parts,
    sessions,
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
  await rehearsals.open("one", opening("one"));
  pass(8_000);
  expect(await tick(0)).toBe(10);
  expect(await tick(51)).toBe(10);
  expect(await tick(50)).toBe(20);
  await rehearsals.stop();
  expect(await tick(0)).toBe(20);
});

test("[H2] what takes seconds to be stored holds up no tick, and a stop waits for it", async () => {
  const { rehearsals, parts, pass } = startStubbed();
  vi.spyOn(performance, "now").mockReturnValue(0);
  let begun = 0;
  let store: () => void = () => undefined;
  const stored = new Promise<void>((resolve) => {
    store = resolve;
  });
  // A student who joins asks for the limit of new seats first, and so waits here.
  const consume = async () => {
    begun += 1;
    await stored;
    return { retryAfter: 1 };
  };
  Object.assign(parts, { ids: { uuid: () => "" }, limits: { consume } });
  await rehearsals.open("one", opening("one"));
  pass(8_000);
  for (const most of [10, 20, 30]) {
    await vi.advanceTimersByTimeAsync(250);
    expect(begun).toBe(most);
  }
  let isStopped = false;
  const stopped = rehearsals.stop().then(() => {
    isStopped = true;
  });
  await vi.advanceTimersByTimeAsync(250);
  expect([begun, isStopped]).toEqual([30, false]);
  store();
  await stopped;
});

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
  "[H2] %i rehearsals share the ten things of a tick, each with its turn",
  async (classes) => {
    const { rehearsals, done, pass } = startStubbed();
    vi.spyOn(performance, "now").mockReturnValue(0);
    const acted = new Set<number>();
    for (let place = 0; place < classes; place += 1) {
      // Whoever joins looks at the session.
      const get = (target: SessionRecord, key: keyof SessionRecord) => {
        acted.add(place);
        return target[key];
      };
      await rehearsals.open(`${place}`, async () =>
        accept(new Proxy(session(`${place}`), { get } as ProxyHandler<SessionRecord>)),
      );
    }
    acted.clear();
    pass(8_000);
    await vi.advanceTimersByTimeAsync(250);
    expect(done()).toBe(10);
    expect(acted.size).toBe(classes);
    await rehearsals.stop();
  },
);

test("[H2] a server plays ten rehearsals, also when eleven are opened at once", async () => {
  const { rehearsals } = startStubbed();
  const hosts = Array.from({ length: 11 }, (_, place) => `${place}`);
  const opened = await Promise.all(hosts.map((host) => rehearsals.open(host, opening(host))));
  expect(opened.map(({ ok }) => ok)).toEqual([...Array(10).fill(true), false]);
  expect(opened[10]).toEqual(refuse("busy"));
  // [H3] It takes the place of the host's own.
  expect(await rehearsals.open("0", opening("again", "0"))).toMatchObject({ ok: true });
  expect(await rehearsals.open("10", opening("10"))).toEqual(refuse("busy"));
  await rehearsals.stop();
});

test("[H2] the place of a rehearsal that could not be opened is free again", async () => {
  const { rehearsals } = startStubbed();
  for (let place = 1; place <= 9; place += 1) await rehearsals.open(`${place}`, opening(`${place}`));
  await expect(rehearsals.open("ten", () => Promise.reject(new Error("full")))).rejects.toThrow("full");
  expect(await rehearsals.open("eleven", async () => refuse("not-found"))).toEqual(refuse("not-found"));
  expect(await rehearsals.open("twelve", opening("twelve"))).toMatchObject({ ok: true });
  await rehearsals.stop();
});

test("[H3] a host opens one rehearsal at a time", async () => {
  const { rehearsals } = startStubbed();
  const both = [
    rehearsals.open("one", opening("first", "one")),
    rehearsals.open("one", opening("second", "one")),
  ];
  expect((await Promise.all(both)).map(({ ok }) => ok)).toEqual([true, false]);
  await rehearsals.stop();
});

test("[H3] a closed rehearsal that could not be deleted is deleted at the next tick, and logged once", async () => {
  const { rehearsals, sessions, done } = startStubbed();
  await rehearsals.open("one", opening("one"));
  sessions.byId = async (id) => ({ ...session(id), phase: "closed" });
  sessions.remove.mockRejectedValueOnce(new Error("full")).mockRejectedValueOnce(new Error("full"));
  for (const removals of [1, 2, 3, 3]) {
    await vi.advanceTimersByTimeAsync(250);
    expect(sessions.remove).toHaveBeenCalledTimes(removals);
    expect(done()).toBe(1);
  }
});
