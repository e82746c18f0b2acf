import { describe, expect, test } from "vitest";
import { shelvesOf } from "#app/instructor/dashboard/shelves.ts";
import { withSameTitle } from "#app/instructor/same-title.ts";
import type { DebateRow } from "#debate/protocol/pages.ts";

const row = (id: string, resolution: string, given: Partial<DebateRow> = {}): DebateRow => ({
  id,
  resolution,
  builtIn: false,
  addedAt: 0,
  experts: ["Ada", "Bob"],
  ...given,
});

describe("debates with one title", () => {
  const debates = [
    row("a", "Japan Could Play the Russia Card Against China"),
    row("b", "  Japan could play the Russia card\nagainst China. "),
    row("c", "Cats Are Better"),
    row("d", ""),
  ];

  test("are found whatever their case, spaces and full stop", () => {
    expect(
      withSameTitle(debates, "japan could play the Russia card against China").map(({ id }) => id),
    ).toEqual(["a", "b"]);
    expect(withSameTitle(debates, "Cats Are Better?").map(({ id }) => id)).toEqual(["c"]);
    expect(withSameTitle(debates, "Dogs Are Better")).toEqual([]);
  });

  test("an empty title matches no debate", () => {
    expect(withSameTitle(debates, " ")).toEqual([]);
  });

  test("are marked on their shelf, and others are not", () => {
    const [shelf] = shelvesOf(debates);
    expect(shelf?.debates.map(({ id, hasTwin }) => [id, hasTwin])).toEqual([
      ["a", true],
      ["b", true],
      ["c", false],
      ["d", false],
    ]);
  });

  test("are marked even if they are on two shelves", () => {
    const apart = [row("a", "Cats Are Better", { series: "Pets" }), row("b", "Cats Are Better")];
    expect(shelvesOf(apart).flatMap((shelf) => shelf.debates.map(({ hasTwin }) => hasTwin))).toEqual([
      true,
      true,
    ]);
  });
});
