import { afterEach, expect, test, vi } from "vitest";
import { forgetKept, placeOf } from "#app/student/kept.ts";

afterEach(() => vi.unstubAllGlobals());

test("[G9] a phone forgets what it kept of one session, and keeps what is of others", () => {
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

test("[G9] where the browser refuses storage there is nothing to forget", () => {
  vi.stubGlobal("window", {
    get localStorage() {
      throw new Error("refused");
    },
  });
  expect(() => forgetKept("4K7M2Q")).not.toThrow();
});
