import { expect, test } from "vitest";
import { isSameOnWall } from "#app/shared/wall/is-same-on-wall.ts";
import type { OnWall } from "#debate/rules/snapshot.ts";

test("[V12] a thing on the wall is the same only as itself", () => {
  const things: OnWall[] = [
    "thanks",
    "glossary",
    "blank",
    { chart: "flow" },
    { chart: "swing" },
    { rebuttalId: "a" },
    { rebuttalId: "b" },
    { paragraph: { side: "for", n: 1 } },
    { paragraph: { side: "against", n: 1 } },
    { paragraph: { side: "for", n: 2 } },
    { reason: "a" },
    { reason: "b" },
  ];
  for (const [place, one] of things.entries())
    for (const [at, other] of things.entries())
      expect(isSameOnWall(one, structuredClone(other)), `${place} ${at}`).toBe(place === at);
});
