import { afterEach, expect, test, vi } from "vitest";
import { later } from "#app/shared/loading/later.tsx";
import { reloadIfReplaced } from "#app/shared/loading/load-with-retries.ts";

const Part = () => null;

test("a part that can't be fetched at first is fetched again until it is there", async () => {
  vi.useFakeTimers();
  vi.stubGlobal("window", {});
  let tries = 0;
  const part = later(async () => {
    tries += 1;
    if (tries < 3) throw new Error("no network");
    return Part;
  });
  const loading = part.load();
  await vi.advanceTimersByTimeAsync(1_900);
  expect([tries, part.loaded()]).toEqual([1, null]);
  await vi.advanceTimersByTimeAsync(2_200);
  expect(await loading).toBe(Part);
  expect([tries, part.loaded()]).toEqual([3, Part]);
  vi.useRealTimers();
});

const LOST = new Error("Failed to load chunk /_next/static/chunks/0a1b2c.js from module 42");

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A page whose server answers each request for a script with a status, or not at all. */
function page(status: number | null) {
  const asked: string[] = [];
  const stored = new Map<string, string>();
  const reload = vi.fn();
  const sessionStorage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  };
  vi.stubGlobal("window", { location: { reload } });
  vi.stubGlobal("sessionStorage", sessionStorage);
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    if (status === null) throw new TypeError("no network");
    return new Response("<p>Some words</p>", { status });
  });
  return { asked, reload };
}

test("[W18] a page whose script is gone from the server is loaded again, once a minute at most", async () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 26) });
  const { asked, reload } = page(404);
  await reloadIfReplaced(LOST);
  expect(asked).toEqual(["/_next/static/chunks/0a1b2c.js"]);
  expect(reload).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(59_999);
  await reloadIfReplaced(LOST);
  expect(reload).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  await reloadIfReplaced(LOST);
  expect(reload).toHaveBeenCalledTimes(2);
});

test.each([
  ["the script is there", 200, LOST],
  ["the server is overloaded", 503, LOST],
  ["there is no network", null, LOST],
  ["it was another failure", 404, new Error("undefined is not a function")],
])("[W18] a page stays where %s", async (_, status, error) => {
  const { reload } = page(status);
  await reloadIfReplaced(error);
  expect(reload).not.toHaveBeenCalled();
});
