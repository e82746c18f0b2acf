import { createElement } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { startingState } from "#app/live/live-state.ts";
import { Seated } from "#app/student/join/Seated.tsx";
import type { Seat } from "#app/student/join/seat.ts";
import type { Desk } from "#app/student/offline/desk.ts";
import { HeldUpBanner } from "#app/student/offline/HeldUpBanner.tsx";
import { Outbox } from "#app/student/offline/outbox.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";
import { wordsOf } from "#tests/support/markup.tsx";
import { fakeStorage } from "#tests/support/storage.ts";

afterEach(() => vi.unstubAllGlobals());

/** What a phone says of what waits while the server can store nothing. */
function said(outbox: Outbox): string {
  const snapshot: Snapshot = {
    ...{ version: 1, phase: "rebuttal", locked: false, joined: 3 },
    turnout: { round: "before", voted: 3 },
  };
  const seat = {
    state: startingState({ snapshot, rebuttals: [], cursor: 0, now: 0 }),
    desk: { outbox } as Partial<Desk> as Desk,
    heldUpNote: "storage",
  } as Partial<Seat> as Seat;
  const shown = { view: "argue", place: null } as const;
  return wordsOf(
    createElement(Seated, { seat, shown, waiting: outbox.waiting() }, createElement(HeldUpBanner)),
  );
}

test("[W4] a phone that can store nothing says that what waits is kept only while its page is open", () => {
  const storage = fakeStorage();
  vi.stubGlobal("window", storage.tab());
  const outbox = new Outbox({
    place: "outbox",
    deliver: async () => ({ ok: true }),
    onDelivered: () => undefined,
    onRefused: () => false,
  });
  const put = (body: string) =>
    outbox.put({ name: "rebuttal:post", payload: { id: "one", side: "for", body } });
  put("Half of it.");
  expect(outbox.isAhead()).toBe(false);
  expect(said(outbox)).toContain("What you sent is kept on this phone");

  storage.isFull = true;
  put("All of it.");
  expect(outbox.isAhead()).toBe(true);
  expect(said(outbox)).toContain("Kept only while this page is open.");
  expect(said(outbox)).not.toContain("kept on this phone");

  // Room again, or nothing left to be lost.
  storage.isFull = false;
  put("All of it!");
  expect(outbox.isAhead()).toBe(false);
  storage.isFull = true;
  put("And more.");
  for (const item of outbox.waiting()) outbox.putAside(item);
  expect(outbox.isAhead()).toBe(false);
});
