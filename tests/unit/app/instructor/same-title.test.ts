import { describe, expect, test } from "vitest";
import { isOneTooMany } from "#app/instructor/exchange/use-sharing.ts";
import { withSameTitle } from "#app/instructor/import/SameTitle.tsx";
import { titleKey } from "#debate/content/searching.ts";

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
});

test("[I19] a 101st address is one too many; another right for one of 100, or taking it back, is not", () => {
  const listed = (count: number) => ({
    everyone: "none" as const,
    addresses: Array.from({ length: count }, (_, at) => ({
      email: `${at}@example.org`,
      right: "read" as const,
    })),
  });
  const another = { email: "100@example.org", right: "edit" } as const;
  expect(isOneTooMany(listed(100), another)).toBe(true);
  expect(isOneTooMany(listed(99), another)).toBe(false);
  expect(isOneTooMany(listed(100), { ...another, email: "99@Example.org" })).toBe(false);
  expect(isOneTooMany(listed(100), { ...another, right: "none" })).toBe(false);
  expect(isOneTooMany(listed(100), { everyone: "read" })).toBe(false);
});
