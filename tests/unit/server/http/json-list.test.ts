import { expect, test } from "vitest";
import { jsonList } from "#server/http/json-list.ts";
import { inPieces } from "#tests/unit/server/http/in-pieces.ts";

function pieces(count: number, rest: object) {
  let made = 0;
  function* items() {
    for (; made < count; made += 1) yield { n: made, text: "ü" };
  }
  return inPieces(jsonList("items", items(), rest), () => made);
}

test("[L15] a hundred items are made and sent in each turn of the event loop", async () => {
  const { each, turns } = await pieces(1_050, { asOf: "now" });
  expect(Math.max(...each)).toBeLessThanOrEqual(101);
  // What is before the items, eleven pieces with items, and the end.
  expect(each).toHaveLength(13);
  expect(turns).toBe(13);
});

test("[L15] in pieces it is the same object, with no item, one, a hundred and one more, and with nothing else in it", async () => {
  for (const count of [0, 1, 100, 101])
    for (const rest of [{}, { asOf: "now", numbers: { n: [1] } }]) {
      const items = Array.from({ length: count }, (_, n) => ({ n, text: "ü" }));
      expect(JSON.parse((await pieces(count, rest)).text)).toEqual({ ...rest, items });
    }
});
