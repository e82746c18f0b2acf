import { afterEach, expect, test, vi } from "vitest";
import { openClaim } from "#app/student/join/claim.ts";
import { forgetKept, forgetWords, placeOf } from "#app/student/offline/kept-places.ts";
import { CLAIM } from "#debate/rules/passes.ts";
import { fakeStorage } from "#tests/support/storage.ts";

afterEach(() => vi.unstubAllGlobals());

test("[J10] a claim is made once for a session, and kept on the phone before it is sent, for every tab", () => {
  const storage = fakeStorage();
  vi.stubGlobal("window", storage.tab());
  const claim = openClaim("4K7M2Q")();
  expect(claim).toMatch(/^[\w-]{32}$/u);
  expect(JSON.parse(storage.stored.get(placeOf("4K7M2Q", "claim")) ?? "")).toBe(claim);
  vi.stubGlobal("window", storage.tab());
  expect(openClaim("4K7M2Q")()).toBe(claim);
  expect(openClaim("4K7M2R")()).not.toBe(claim);
});

test("[J10] where storage is refused a claim stays the same as long as the page is open", () => {
  const storage = fakeStorage();
  storage.isFull = true;
  vi.stubGlobal("window", storage.tab());
  const claimOf = openClaim("4K7M2Q");
  expect(claimOf()).toBe(claimOf());
});

test("[J10] an invalid stored claim is replaced, since the server would always refuse it", () => {
  const storage = fakeStorage();
  vi.stubGlobal("window", storage.tab());
  storage.stored.set(placeOf("4K7M2Q", "claim"), '"no claim"');
  expect(openClaim("4K7M2Q")()).toMatch(CLAIM);
});

test("[J10] [G2] a claim outlives deleted words, since the seat does", () => {
  const storage = fakeStorage();
  const tab = storage.tab();
  for (const part of ["claim", "seat:draft"])
    Object.defineProperty(tab.localStorage, placeOf("4K7M2Q", part), { enumerable: true });
  vi.stubGlobal("window", tab);
  const claim = openClaim("4K7M2Q")();
  storage.stored.set(placeOf("4K7M2Q", "seat:draft"), '"words"');
  forgetWords("4K7M2Q");
  expect([...storage.stored.keys()]).toEqual([placeOf("4K7M2Q", "claim")]);
  expect(openClaim("4K7M2Q")()).toBe(claim);
});

test("[G9] a claim is deleted with everything the phone kept of the session", () => {
  const storage = fakeStorage();
  const tab = storage.tab();
  // A browser lists what is stored as the properties of its storage.
  Object.defineProperty(tab.localStorage, placeOf("4K7M2Q", "claim"), { enumerable: true });
  vi.stubGlobal("window", tab);
  openClaim("4K7M2Q")();
  forgetKept("4K7M2Q");
  expect(storage.stored.size).toBe(0);
});
