import { expect, test } from "vitest";
import { speaking as messages } from "#debate/activities/speaking/messages.ts";
import { speaking } from "#debate/activities/speaking/rules.ts";
import { personFor } from "#debate/rules/identity.ts";

test("[P12] who speaks is apart from those who wait, and the projector gets no queue", () => {
  const spoken = { for: 0, against: 9_000 };
  const request = (id: string, side: "for" | "against", startedAt: number | null) => ({
    ...{ id, person: { id, name: id, realName: null }, side, number: 1, startedAt },
  });
  const told = (role: "host" | "screen", startedAt: number | null) => {
    const requests = [request("Ada", "for", startedAt), request("Ben", "against", null)];
    const room = { speaking: { spoken, requests }, identity: "named", personFor } as const;
    const { speaking: seen } = speaking.view(role, room);
    return [seen?.now?.name, seen?.now?.since, seen?.waiting, seen?.speakers?.map(({ name }) => name)];
  };
  expect(told("host", 5)).toEqual(["Ada", 5, { for: 0, against: 1 }, ["Ben"]]);
  expect(told("screen", 5)).toEqual(["Ada", 5, { for: 0, against: 1 }, undefined]);
  expect(told("host", null)).toEqual([undefined, undefined, { for: 1, against: 1 }, ["Ada", "Ben"]]);
});

test("[P11] a student who asks to speak names a side, and takes that back without one", () => {
  const { payload } = messages.sends["speak:ask"];
  const asks = [{ on: true, side: "for" }, { on: true }, { on: false }];
  expect(asks.map((each) => payload.safeParse(each).success)).toEqual([true, false, true]);
});
