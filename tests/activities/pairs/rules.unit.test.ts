import { expect, test } from "vitest";
import { type OwnTable, pairs } from "#debate/activities/pairs/rules.ts";

test("[P39] [P40] only host, and assistants where partners have names, are told who is missing", () => {
  const named = { table: 4, participantId: "ada", partnerId: "ben" };
  const told = (role: "host" | "assistant" | "screen" | "student", namesPartners: boolean) =>
    pairs.view(role, { pairs: { madeAt: 1, missing: [named], namesPartners } }).pairs?.missing;
  expect([told("host", false), told("host", true), told("assistant", true)]).toEqual(Array(3).fill([named]));
  expect(told("assistant", false)).toEqual([{ table: 4 }]);
  expect([told("screen", true), told("student", true)]).toEqual([undefined, undefined]);
});

test("[P27] a confirmed line stands once at the table that it was written to, and at no other", () => {
  const { confirmed } = pairs.sends["pairs:say"].keeps;
  const table: OwnTable = { table: 1, group: "g", since: 5, place: 0, partners: [] };
  const line = { id: "a", body: "Why?" };
  const after = (pair: OwnTable | "away" | undefined, to = { group: "g", since: 5 }) =>
    confirmed({ ...line, to }, pair ? { pair } : {}, { now: 9, approvesFirst: false });
  const own = { ...line, by: "you", status: "published", at: 9 } as const;
  expect(after(table)).toEqual({ pair: { ...table, lines: [own] } });
  expect(after({ ...table, lines: [own] })).toEqual({});
  expect(after(table, { group: "other", since: 5 })).toEqual({});
  expect([after("away"), after(undefined)]).toEqual([{}, {}]);
});
