import { describe, expect, test } from "vitest";
import { createSimilarFinder, pairOf } from "#app/host/stages/similar-finder.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";
import { createDice } from "#tests/support/chance.ts";

const BODY = "The fishing grounds around the islands feed three prefectures.";
const rebuttal = (id: string, more: Partial<Rebuttal> = {}): Rebuttal => ({
  ...{ id, at: 1, rank: 1, side: "for", body: BODY, endorsements: 0, status: "published" },
  ...more,
});
const mapOf = (...all: Rebuttal[]) => new Map(all.map((each) => [each.id, each]));
const NONE: ReadonlySet<string> = new Set();
const named = (groups: Rebuttal[][]) => groups.map((group) => group.map(({ id }) => id));

describe("[R25] similar rebuttals are offered for merging", () => {
  test("in groups of one side, the one that persuaded most first", () => {
    const find = createSimilarFinder();
    const all = mapOf(
      rebuttal("a", { at: 3 }),
      rebuttal("b", { at: 2, body: `${BODY} Really!` }),
      rebuttal("c", { endorsements: 4, at: 9 }),
      rebuttal("waits", { status: "pending", endorsements: 9 }),
      rebuttal("against", { side: "against" }),
      rebuttal("other", { body: "The treaty of 1956 settled two of them already." }),
    );
    expect(named(find(all, NONE))).toEqual([["c", "b", "a", "waits"]]);
  });

  test("not those that were hidden, edited since, or called different", () => {
    const find = createSimilarFinder();
    const both = mapOf(rebuttal("a"), rebuttal("b", { at: 2 }));
    expect(named(find(both, NONE))).toEqual([["a", "b"]]);
    expect(find(mapOf(rebuttal("a"), rebuttal("b", { status: "hidden" })), NONE)).toEqual([]);
    expect(find(both, new Set([pairOf("b", "a")]))).toEqual([]);
    expect(find(mapOf(rebuttal("a"), rebuttal("b", { body: "Something else entirely." })), NONE)).toEqual([]);
    expect(named(find(both, NONE))).toEqual([["a", "b"]]);
  });

  test("300 are compared, and one more only with the others", () => {
    const find = createSimilarFinder();
    const dice = createDice(7);
    const word = () => Array.from({ length: 6 }, () => "abcdefghijklmnop"[dice.below(16)]).join("");
    const all = Array.from({ length: 300 }, (_, n) =>
      rebuttal(`${n}`, { body: Array.from({ length: 20 }, word).join(" ") }),
    );
    expect(find(mapOf(...all), NONE)).toEqual([]);
    const same = rebuttal("again", { at: 2, body: all[42]?.body ?? "" });
    expect(named(find(mapOf(...all, same), NONE))).toEqual([["42", "again"]]);
  });
});
