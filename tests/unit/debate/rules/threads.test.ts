import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filtered, isFiltering, NO_FILTER } from "#debate/rules/rebuttal-filter.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";
import { threadsOf } from "#debate/rules/threads.ts";

const rebuttal = (id: string, at: number, more: Partial<Rebuttal> = {}): Rebuttal => ({
  ...{ id, at, rank: at, side: "for", body: id, endorsements: 0, status: "published" },
  ...more,
});
const ids = (rebuttals: readonly Rebuttal[]) => rebuttals.map(({ id }) => id);

describe("[R23] replies stand under what they answer", () => {
  const all = [
    rebuttal("second answer", 5, { replyTo: "root" }),
    rebuttal("root", 1),
    rebuttal("answer to the first", 6, { replyTo: "first answer" }),
    rebuttal("first answer", 2, { replyTo: "root" }),
    rebuttal("what it answers is gone", 3, { replyTo: "gone" }),
  ];
  const threads = threadsOf(all);

  test("each under its own, the oldest first; without what it answers it begins a thread", () => {
    expect(ids(threads.roots)).toEqual(["root", "what it answers is gone"]);
    expect(ids(threads.under("root"))).toEqual(["first answer", "answer to the first", "second answer"]);
    expect(threads.under("second answer")).toEqual([]);
    expect(["root", "first answer", "second answer"].map(threads.answers)).toEqual([2, 1, 0]);
  });

  test("of any rebuttals each is in one thread, below what it answers", () => {
    const drawn = fc.array(fc.tuple(fc.nat(40), fc.nat(9)), { maxLength: 30 });
    fc.assert(
      fc.property(drawn, (given) => {
        const list = given.map(([above, at], n) =>
          rebuttal(`${n}`, at, above < n ? { replyTo: `${above}` } : {}),
        );
        const found = threadsOf(list);
        const read = found.roots.flatMap((root) => [root, ...found.under(root.id)]);
        expect(ids(read).sort()).toEqual(ids(list).sort());
        const place = new Map(read.map(({ id }, index) => [id, index]));
        for (const { id, replyTo } of list)
          if (replyTo !== undefined) expect(place.get(replyTo)).toBeLessThan(place.get(id) ?? -1);
      }),
    );
  });
});

describe("[R27] a reader finds rebuttals", () => {
  const quote = { side: "against" as const, n: 2, exact: "The treaty was never ratified." };
  const all = [
    rebuttal("fish", 1, { body: "The fishing grounds matter.", by: "Plucky Otter" }),
    rebuttal("treaty", 2, { side: "against", body: "It never was law.", quote }),
    rebuttal("mine", 3, { body: "漁場はとても大切です。", by: "you", replyTo: "fish" }),
    rebuttal("to me", 4, { side: "against", body: "Why?", replyTo: "mine" }),
  ];
  const find = (filter: Partial<typeof NO_FILTER>) =>
    ids(filtered(all, { ...NO_FILTER, ...filter }, new Set(["mine"])));

  test.each([
    [{}, ["fish", "treaty", "mine", "to me"]],
    [{ words: "  FISHING the " }, ["fish"]],
    [{ words: "ratified" }, ["treaty"]],
    [{ words: "漁場は とても" }, ["mine"]],
    [{ side: "against" as const }, ["treaty", "to me"]],
    [{ paragraph: { side: "against" as const, n: 2 } }, ["treaty"]],
    [{ paragraph: { side: "for" as const, n: 2 } }, []],
    [{ mine: true }, ["mine", "to me"]],
  ])("%j: %j", (filter, found) => {
    expect(find(filter)).toEqual(found);
    expect(isFiltering({ ...NO_FILTER, ...filter })).toBe(Object.keys(filter).length > 0);
  });
});
