import { describe, expect, test } from "vitest";
import { shelfRequestIn } from "#debate/protocol/shelf.ts";
import { accessTo, inShelfOrder, isWanted, type ShelvedDebate, twinsIn } from "#debate/rules/shelves.ts";

const debate = (id: string, given: Partial<ShelvedDebate> = {}): ShelvedDebate => ({
  id,
  shelf: "own",
  resolution: `Resolution ${id}`,
  key: `resolution ${id}`,
  experts: ["Ada", "Bob"],
  paragraphs: [7, 7],
  length: { unit: "words", count: 1_540, minutes: 7 },
  related: [],
  ...given,
});
const ids = (debates: readonly ShelvedDebate[]) => debates.map(({ id }) => id).join(" ");

describe("[D13] shelves", () => {
  test("series follow each other as they first come, the newest issue first, and debates of none are last", () => {
    const debates = [
      debate("none"),
      debate("b1", { series: "B", volume: 1, issue: 1 }),
      debate("a", { series: "A" }),
      debate("b21", { series: " B ", volume: 2, issue: 1 }),
      debate("b12", { series: "B", volume: 1, issue: 2 }),
    ];
    expect(ids(inShelfOrder(debates))).toBe("b21 b12 b1 a none");
    const unnumbered = [debate("old", { series: "A" }), debate("new", { series: "A", issue: 1 })];
    for (const each of [unnumbered, unnumbered.toReversed()]) expect(ids(inShelfOrder(each))).toBe("new old");
  });

  test("drafts and archived debates are on their own shelves only", () => {
    const all = (["own", "shared", "built-in", "drafts", "archived"] as const).map((shelf) =>
      debate(shelf, { shelf }),
    );
    const on = (shelf?: ShelvedDebate["shelf"]) => ids(all.filter((each) => isWanted(each, { shelf })));
    expect(on()).toBe("own shared built-in");
    for (const { shelf } of all) expect(on(shelf)).toBe(shelf);
  });

  test("debates of one title are told apart, those without a title are not", () => {
    const keys = { a: "the harbor", b: "the school", c: "the harbor", d: "", e: "" };
    expect([...twinsIn(Object.entries(keys).map(([id, key]) => ({ id, key })))]).toEqual(["a", "c"]);
  });

  test("[I19] a debate is one’s own, built in, or a colleague’s with the right that was given", () => {
    const from = { name: "Grace", right: "copy" } as const;
    expect(accessTo({ shelf: "archived" })).toBe("own");
    expect(accessTo({ shelf: "shared", from })).toBe("copy");
    expect(accessTo({ shelf: "built-in" })).toBe("built-in");
  });
});

test("[D14] a page takes from its address what it knows, and ignores the rest", () => {
  const query = {
    q: " harbor ",
    shelf: "cellar",
    lang: "",
    level: "easy",
    taught: ["yes", "no"],
    past: "24",
  };
  expect(shelfRequestIn(query)).toEqual({ q: "harbor", level: "easy" });
});

describe("[D14] filters", () => {
  test.each([
    [6, "short"],
    [7, "middle"],
    [12, "middle"],
    [13, "long"],
  ] as const)("%i minutes are %s", (minutes, length) => {
    const read = debate("a", { length: { unit: "words", count: 0, minutes } });
    const fitting = (["short", "middle", "long"] as const).filter((each) => isWanted(read, { length: each }));
    expect(fitting).toEqual([length]);
  });
});

test("[D14] level and use must be the same", () => {
  const taught = debate("a", { level: "easy", taught: { last: 1, times: 1 } });
  expect(isWanted(taught, { level: "easy", taught: true })).toBe(true);
  expect(isWanted(taught, { level: "middle" })).toBe(false);
  expect(isWanted(taught, { taught: false })).toBe(false);
  expect(isWanted(debate("b"), { taught: false })).toBe(true);
});
