import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  claimRoom,
  forgetRooms,
  type SavedRoom,
  savedRoom,
  saveRoom,
} from "#app/shared/storage/saved-room.ts";
import { placeOf } from "#app/student/offline/phone-storage.ts";
import { Settings } from "#debate/rules/settings.ts";

const NOW = Date.UTC(2026, 10, 26);
const ADA = placeOf("4K7M2Q", "ada", "room");
const BOB = placeOf("4K7M2Q", "bob", "room");
const OTHER_CLASS = placeOf("4K7M2R", "ada", "room");
const DRAFT = placeOf("4K7M2Q", "ada", "draft");

const room = (resolution: string, at = NOW) =>
  ({ page: { resolution, settings: Settings.parse({}) }, seat: {}, at }) as unknown as SavedRoom;
const titleOf = (code: string | null, now = NOW) => savedRoom(code, now)?.page.resolution;

/** Keys are properties, as in a browser. */
let localStorage: Record<string, string>;
beforeEach(() => {
  localStorage = Object.create({
    getItem: (key: string) => localStorage[key] ?? null,
    setItem(key: string, value: string) {
      localStorage[key] = value;
    },
    removeItem: (key: string) => delete localStorage[key],
  });
  localStorage[DRAFT] = "words";
  vi.stubGlobal("window", { localStorage });
});
afterEach(() => vi.unstubAllGlobals());

test("[W15] a phone keeps one room, of the seat that was opened last, and finds it by its code or without", () => {
  claimRoom(ADA);
  saveRoom(ADA, room("Ada's"));
  expect([titleOf("4K7M2Q"), titleOf(null), titleOf("4K7M2R")]).toEqual(["Ada's", "Ada's", undefined]);
  claimRoom(ADA);
  expect(titleOf("4K7M2Q")).toBe("Ada's");

  claimRoom(BOB);
  expect(titleOf("4K7M2Q")).toBeUndefined();
  // Ada's page is still open in another tab.
  saveRoom(ADA, room("Ada's"));
  expect(titleOf("4K7M2Q")).toBeUndefined();
  saveRoom(BOB, room("Bob's"));
  claimRoom(OTHER_CLASS);
  expect(Object.keys(localStorage)).toEqual([DRAFT, OTHER_CLASS]);
});

test("[W15] a room that was forgotten is not kept again, and rooms of other sessions stay", () => {
  claimRoom(ADA);
  saveRoom(ADA, room("Ada's"));
  forgetRooms((code) => code === "4K7M2R");
  expect(titleOf("4K7M2Q")).toBe("Ada's");
  forgetRooms();
  saveRoom(ADA, room("Ada's"));
  expect(Object.keys(localStorage)).toEqual([DRAFT]);
});

test("[W15] a room of more than 500,000 characters is not kept, so that votes have room; nor is one where storage is refused", () => {
  claimRoom(ADA);
  saveRoom(ADA, room("x".repeat(499_000)));
  expect(titleOf("4K7M2Q")).toHaveLength(499_000);
  saveRoom(ADA, room("x".repeat(500_000)));
  expect(localStorage[ADA]).toBe("");
  vi.stubGlobal("window", {
    get localStorage() {
      throw new Error("refused");
    },
  });
  claimRoom(ADA);
  saveRoom(ADA, room("Ada's"));
  expect(titleOf("4K7M2Q")).toBeUndefined();
});
