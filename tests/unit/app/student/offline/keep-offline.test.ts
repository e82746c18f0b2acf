import { expect, test } from "vitest";
import { type LiveState, startingState } from "#app/live/live-state.ts";
import { roomToKeep } from "#app/student/offline/keep-offline.ts";
import type { Mine, Rebuttal } from "#debate/rules/snapshot.ts";

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
