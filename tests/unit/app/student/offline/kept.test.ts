import { afterEach, expect, test, vi } from "vitest";
import type { Live } from "#app/live/live.ts";
import { type Connection, type LiveState, startingState } from "#app/live/live-state.ts";
import { StoredValue } from "#app/shared/storage/stored-value.ts";
import type { HeldUpBy } from "#app/student/join/seat.ts";
import { roomToKeep } from "#app/student/offline/keep-offline.ts";
import type { Delivery } from "#app/student/offline/outbox.ts";
import { forgetSession, placeOf } from "#app/student/offline/phone-storage.ts";
import { sendNow } from "#app/student/offline/send-now.ts";
import type { Mine, Rebuttal } from "#debate/rules/snapshot.ts";
import { fakeStorage } from "#tests/support/storage.ts";

const rebuttal = (n: number): Rebuttal => ({
  ...{
    id: `r${n}`,
    side: "for",
    body: `Words ${n}`,
    endorsements: 0,
    status: "published",
    at: n,
    rank: 300 - n,
  },
});
const you: Mine = { participantId: "ada", name: "", ballots: {}, endorsed: [], posted: ["r0"], reported: [] };
const state = {
  ...startingState({ snapshot: { phase: "rebuttal" }, rebuttals: [], cursor: 7, now: 1, you } as never),
  rebuttals: new Map(Array.from({ length: 300 }, (_, n) => [`r${n}`, rebuttal(n)])),
} as LiveState;
const opened = { page: { code: "4K7M2Q", phase: "lobby" }, debate: null } as never;

test("[W15] a kept room has the student's own rebuttals and the 200 best of others, and asks for everything once connected", () => {
  const kept = roomToKeep(opened, state, 5);
  expect(kept).toMatchObject({
    at: 5,
    page: { code: "4K7M2Q", phase: "rebuttal" },
    seat: { you, cursor: 0 },
  });
  const ids = kept?.seat.rebuttals.map(({ id }) => id) ?? [];
  expect([ids.length, ids[0], ids[1], ids.at(-1)]).toEqual([201, "r0", "r299", "r100"]);
});

test.each(["removed", "gone", "refused"] as const)("[W15] a seat that is %s is not kept", (connection) => {
  expect(roomToKeep(opened, { ...state, connection }, 5)).toBeNull();
});

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
  forgetSession("4K7M2Q");
  expect({ ...localStorage }).toEqual({
    "resolved:4K7M2R:seat:draft": "other words",
    "resolved.settings": "settings",
  });
});

test("data that a full storage refused stays in the page, and is stored with the next change that fits", () => {
  const storage = fakeStorage();
  vi.stubGlobal("window", storage.tab());
  const kept = new StoredValue<string[]>("words", [], (stored) => stored as string[]);
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
  const kept = new StoredValue<string[]>("words", [], (stored) => stored as string[]);
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

/** What someone is told who asks for more time, and how often the server was asked. */
async function asked(heldUpBy: HeldUpBy | null, answer: Delivery, after: Connection = "live", onLine = true) {
  vi.stubGlobal("navigator", { onLine });
  const send = vi.fn(async () => answer);
  const live = {
    send: send as unknown as Live["send"],
    state: () => ({ connection: after }) as Partial<LiveState> as LiveState,
  };
  const sent = await sendNow({ live, heldUpBy }, (live) => live.send("time:ask", {}));
  return { sent, times: send.mock.calls.length };
}

const BUSY = { ok: false, code: "busy" } as const;
const OFFLINE = { ok: false, code: "offline" } as const;

test("[R10] [P10] without a connection a report or a request is refused at once as offline, and not as a busy server", async () => {
  expect(await asked("connection", { ok: true })).toEqual({ sent: OFFLINE, times: 0 });
  // It was lost while the answer was waited for.
  expect(await asked(null, BUSY, "reconnecting")).toEqual({ sent: OFFLINE, times: 1 });
  expect(await asked(null, BUSY, "live", false)).toEqual({ sent: OFFLINE, times: 1 });
});
