import { describe, expect, test } from "vitest";
import { withSameTitle } from "#app/instructor/same-title.ts";
import { titleKey } from "#debate/content/searching.ts";
import { twinsIn } from "#debate/rules/shelves.ts";

const row = (id: string, resolution: string) => ({ id, resolution, key: titleKey(resolution) });

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

  test("are marked, whichever series they are in, and others are not", () => {
    expect([...twinsIn(debates)]).toEqual(["a", "b"]);
    expect([...twinsIn([row("a", "Cats Are Better"), row("b", "Cats are better."), row("c", "")])]).toEqual([
      "a",
      "b",
    ]);
  });
});
