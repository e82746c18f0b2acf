import { expect, test } from "vitest";
import { editionsOnWall, held, tickedAmong, waiting, withHiddenLast } from "#app/host/rebuttal-lists.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

function one(id: string, given: Partial<Rebuttal> = {}): Rebuttal {
  return { id, side: "for", body: id, endorsements: 0, status: "pending", at: 1, rank: 1, ...given };
}
const byId = (...rebuttals: Rebuttal[]) => new Map(rebuttals.map((each) => [each.id, each]));

test("[R35] what is new or newly reported comes to the end of the queue, however old it is", () => {
  const queue = (seen: string[], ...rebuttals: Rebuttal[]) =>
    held(waiting(rebuttals), seen).map(({ id }) => id);
  const [old, second, third] = [
    one("old", { status: "published" }),
    one("second", { at: 2 }),
    one("third", { at: 3 }),
  ];
  expect(queue([], third, second, old)).toEqual(["second", "third"]);
  const reported = { ...old, reports: ["Rude."] };
  expect(queue(["second", "third"], reported, second, third)).toEqual(["second", "third", "old"]);
  expect(queue(["second", "third", "old"], reported, third)).toEqual(["third", "old"]);
});

test("[R26] what is gone, or has other words than those that were ticked, is not decided with the others", () => {
  const ticked = new Map([
    ["same", 0],
    ["edited", 0],
    ["again", 5],
    ["gone", 0],
  ]);
  const known = byId(one("same"), one("edited", { edition: 7 }), one("again", { edition: 5 }), one("other"));
  const { picked, changed } = tickedAmong(ticked, known);
  expect(picked.map(({ id }) => id)).toEqual(["same", "again"]);
  expect(changed).toEqual(["edited"]);
});

test("[R21] what goes on the projector says by which words, as far as these have arrived", () => {
  const known = byId(one("first"), one("edited", { edition: 7 }));
  expect(editionsOnWall({ rebuttalId: "first" }, known)).toEqual({ edition: 0 });
  expect(editionsOnWall({ rebuttalId: "edited", replies: ["first"] }, known)).toEqual({
    edition: 7,
    editions: [0],
  });
  expect(editionsOnWall({ rebuttalId: "first", replies: ["edited", "gone"] }, known)).toEqual({ edition: 0 });
  expect(editionsOnWall({ rebuttalId: "gone" }, known)).toEqual({});
  for (const other of [null, "blank", { chart: "flow" }] as const)
    expect(editionsOnWall(other, known)).toEqual({});
});

test("[R39] hidden rebuttals come after the others, each part in its order", () => {
  const list = (["hidden", "published", "hidden", "published"] as const).map(
    (status, at) => ({ id: `${at}`, status }) as Rebuttal,
  );
  expect(withHiddenLast(list).map(({ id }) => id)).toEqual(["1", "3", "0", "2"]);
});
