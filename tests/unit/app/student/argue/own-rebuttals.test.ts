import { expect, test } from "vitest";
import { ownRebuttals } from "#app/student/argue/rebuttal-list.ts";
import type { Waiting } from "#app/student/offline/outbox.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

const ID = "6e5f2a51-9d3a-4a8a-9a5c-0a8f8a3f6b11";
const edit = (refused?: "not-found"): Waiting => ({
  name: "rebuttal:edit",
  payload: { rebuttalId: ID, body: "Other words." },
  stamp: "1",
  ...(refused && { refused }),
});
const known = new Map([[ID, { id: ID, by: "you", at: 1 } as Rebuttal]]);

test("[R21] [R22] changed words of a rebuttal that was withdrawn on another phone are still shown once they are refused", () => {
  const gone = new Map<string, Rebuttal>();
  const none = { posted: [] };
  expect(ownRebuttals(gone, none, [edit("not-found")]).lost).toMatchObject([{ payload: { rebuttalId: ID } }]);
  // On their way, beside the rebuttal, and before it has come, they are no lost ones.
  expect(ownRebuttals(gone, none, [edit()]).lost).toEqual([]);
  expect(ownRebuttals(known, { posted: [ID] }, [edit("not-found")]).lost).toEqual([]);
  expect(ownRebuttals(gone, { posted: [ID] }, [edit("not-found")]).lost).toEqual([]);
});
