import { describe, expect, test } from "vitest";
import { GROUPS, groupOf, matching, NO_FILTER } from "#app/results/words/groups.ts";
import { onlyPicked } from "#app/results/words/use-words.ts";
import { countResults, type Results } from "#debate/counting/results.ts";
import type { HostsWords } from "#debate/protocol/pages.ts";
import { ballot, session } from "#tests/unit/debate/counting/classroom.ts";

function words(id: string, given: Partial<HostsWords> = {}): HostsWords {
  return {
    id,
    kind: "reason",
    round: "after",
    choice: "for",
    toward: null,
    text: id,
    picked: false,
    ...given,
  };
}

describe("[V18] the words of voters", () => {
  test("are grouped by how they moved, stayed, or voted once; [Z18] those of an anonymous session stand together", () => {
    const ways = [
      { choice: "undecided", before: "against", after: "undecided", toward: "for" },
      { choice: "against", before: "for", after: "against", toward: "against" },
      { choice: "for", before: "for", after: "for", toward: null },
      { choice: "against", before: "against", after: "against", toward: null },
      { choice: "undecided", before: "undecided", after: "undecided", toward: null },
      { choice: "for", after: "for", toward: null },
      {},
    ] as const;
    expect(ways.map(groupOf)).toEqual(GROUPS);
  });

  const [text, credited, counted, picked, hers] = [
    words("Geography does not bargain."),
    words("b", { credit: { paragraph: { side: "for", n: 2 }, counts: false } }),
    words("c", { credit: { rebuttalId: "r", counts: true } }),
    words("d", { picked: true, credit: { rebuttalId: "r", counts: false } }),
    words("e", { by: { name: "Swift Heron", realName: "山田太郎" } }),
  ];
  const all = [text, credited, counted, picked, hers];

  test("are found by text and name in any case, by pick and by what is credited", () => {
    const found = (filter: Partial<typeof NO_FILTER>) => matching(all, { ...NO_FILTER, ...filter });
    expect(found({})).toEqual(all);
    expect(found({ text: " GEOGRAPHY " })).toEqual([text]);
    expect(found({ text: "heron" })).toEqual([hers]);
    expect(found({ text: "太郎" })).toEqual([hers]);
    expect(found({ text: "ｈｅｒｏｎ" })).toEqual([hers]);
    expect(found({ about: "picked" })).toEqual([picked]);
    const kept = new Set(["b"]);
    expect(found({ about: "picked", kept })).toEqual([credited, picked]);
    expect(found({ kept })).toEqual(all);
    expect(found({ about: "counting" })).toEqual([counted]);
    expect(found({ about: "r" })).toEqual([counted, picked]);
    expect(found({ about: "r", text: "geography" })).toEqual([]);
  });
});

const results = (reasons: number, ...picked: string[]): Results => ({
  ...countResults(
    session({
      ballots: Array.from({ length: 3 }, (_, n) => ({
        ...ballot(`p${n}`, "before", "for"),
        ...(n < reasons && { reason: "So." }),
      })),
    }),
  ),
  picked: picked.map((id) => ({ id, kind: "reason", text: "So.", round: "before" })),
});
const listed = (...picked: string[]): HostsWords[] =>
  ["a", "b", "c"].map((id) => ({
    ...{ id, kind: "reason", round: "before", choice: "for", toward: null, text: "So." },
    picked: picked.includes(id),
  }));

test("[V18] the list is read again if anything else is new, and for picks that it does not show", () => {
  expect(onlyPicked(results(3, "a"), results(3), listed())).toBe(true);
  // Picked elsewhere, or deleted.
  expect(onlyPicked(results(3), results(3, "a"), listed())).toBe(false);
  expect(onlyPicked(results(3, "a"), results(3), listed("a"))).toBe(false);
  // Other words were deleted, with this pick or without one.
  expect(onlyPicked(results(3), results(2, "a"), listed("a"))).toBe(false);
  expect(onlyPicked(results(3, "a"), results(3, "a"), listed("a"))).toBe(false);
});
