import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** As a page that is loaded anew, in a browser that has this stored. */
async function loaded(stored?: string) {
  vi.resetModules();
  const kept = new Map(stored === undefined ? [] : [["resolved.shortcuts", stored]]);
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  return { kept, ...(await import("#app/shared/controls/shortcuts.ts")) };
}

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

test("[V25] one shortcut is switched off and on, and the others stay", async () => {
  const { isShortcutOn, switchShortcuts, kept } = await loaded();
  expect(isShortcutOn("blank")).toBe(true);
  switchShortcuts(false, ["blank"]);
  expect([isShortcutOn("blank"), isShortcutOn("next")]).toEqual([false, true]);
  expect(kept.get("resolved.shortcuts")).toBe("blank");
  switchShortcuts(true, ["blank"]);
  expect(kept.get("resolved.shortcuts")).toBe("on");
});
