import { afterEach, expect, test, vi } from "vitest";
import { Kept } from "#app/shared/storage/kept.ts";
import { forgetKept, placeOf } from "#app/student/offline/kept-places.ts";
import { fakeStorage } from "#tests/support/storage.ts";

afterEach(() => vi.unstubAllGlobals());

test("[G9] a phone deletes what it kept of one session, and keeps the other sessions", () => {
  const kept: Record<string, string> = {
    [placeOf("4K7M2Q", "seat", "draft")]: "words",
    [placeOf("4K7M2Q", "another seat", "outbox")]: "words",
    [placeOf("4K7M2R", "seat", "draft")]: "other words",
    "resolved.settings": "settings",
  };
  const localStorage = Object.assign(
    Object.create({ removeItem: (key: string) => delete localStorage[key] }),
    kept,
  );
  vi.stubGlobal("window", { localStorage });
  forgetKept("4K7M2Q");
  expect({ ...localStorage }).toEqual({
    "resolved:4K7M2R:seat:draft": "other words",
    "resolved.settings": "settings",
  });
});

test("[G9] where the browser refuses storage there is nothing to delete", () => {
  vi.stubGlobal("window", {
    get localStorage() {
      throw new Error("refused");
    },
  });
  expect(() => forgetKept("4K7M2Q")).not.toThrow();
});

test("data that a full storage refused stays in the page, and is stored with the next change that fits", () => {
  const storage = fakeStorage();
  vi.stubGlobal("window", storage.tab());
  const kept = new Kept<string[]>("words", [], (stored) => stored as string[]);
  kept.change((words) => [...words, "stored"]);
  storage.isFull = true;
  kept.change((words) => [...words, "first"]);
  kept.change((words) => [...words, "second"]);
  expect(kept.value()).toEqual(["stored", "first", "second"]);
  storage.isFull = false;
  kept.change((words) => [...words, "third"]);
  expect(JSON.parse(storage.stored.get("words") ?? "")).toEqual(["stored", "first", "second", "third"]);
});

test("[G9] data deleted in another tab is deleted here too, whether it was stored or not", () => {
  const storage = fakeStorage();
  const other = storage.tab();
  vi.stubGlobal("window", storage.tab());
  const kept = new Kept<string[]>("words", [], (stored) => stored as string[]);
  kept.subscribe(() => undefined);
  kept.change(() => ["stored"]);
  storage.isFull = true;
  kept.change(() => ["refused"]);
  other.localStorage.removeItem("words");
  expect(kept.value()).toEqual([]);
  storage.isFull = false;
  other.localStorage.setItem("words", '["of the other tab"]');
  expect(kept.value()).toEqual(["of the other tab"]);
});
