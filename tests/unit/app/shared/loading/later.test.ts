import { expect, test, vi } from "vitest";
import { later } from "#app/shared/loading/later.tsx";

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

test("a page waits three seconds for a part that never comes, and then goes on", async () => {
  vi.useFakeTimers();
  vi.stubGlobal("window", {});
  const part = later<object>(() => new Promise(() => undefined));
  let isOver = false;
  void part.awaited().then(() => {
    isOver = true;
  });
  await vi.advanceTimersByTimeAsync(2_900);
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect([isOver, part.loaded()]).toEqual([true, null]);
  vi.useRealTimers();
});

test("who waits for a part is told when it can't be fetched, and a press fetches it at once", async () => {
  vi.useFakeTimers();
  vi.stubGlobal("window", {});
  let isReachable = false;
  const part = later(async () => {
    if (!isReachable) throw new Error("no network");
    return Part;
  });
  const shown: boolean[] = [];
  part.subscribe(() => shown.push(part.hasFailed()));
  const loading = part.load();
  expect(part.hasFailed()).toBe(false);
  await vi.advanceTimersByTimeAsync(0);
  isReachable = true;
  part.retry();
  expect(await loading).toBe(Part);
  expect(shown).toEqual([true, false]);
  vi.useRealTimers();
});
