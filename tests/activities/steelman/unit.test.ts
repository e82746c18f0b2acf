import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fairest, sideToArgue, standingChoice } from "#debate/activities/steelman/rules.ts";
import { RATERS, WHY_LENGTH } from "#debate/activities/steelman/terms.ts";
import { WORDS } from "#server/activities/steelman/simulate.ts";

describe("[P16] which side a student argues for", () => {
  test("the other one than that of the newest vote", () => {
    expect(sideToArgue(standingChoice({ before: "for", after: "against" }), undefined)).toEqual({
      ok: true,
      value: "for",
    });
    expect(sideToArgue(standingChoice({ before: "for", reading: "for" }), "against")).toMatchObject({
      value: "against",
    });
  });

  test("never the own one", () => {
    expect(sideToArgue("for", "for")).toMatchObject({ ok: false, code: "malformed" });
  });

  test("the one that an undecided person, or one without a vote, chooses", () => {
    for (const choice of ["undecided", standingChoice({})] as const) {
      expect(sideToArgue(choice, "against")).toMatchObject({ value: "against" });
      expect(sideToArgue(choice, undefined)).toMatchObject({ ok: false, code: "malformed" });
    }
  });
});

test("[P18] in whatever order students ask, no text gets two raters more than another, and none twice the same", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.nat(), { maxLength: 60 }),
      fc.infiniteStream(fc.nat()),
      (count, raters, asking, dice) => {
        const texts = Array.from({ length: count }, (_, id) => ({ id, given: 0, to: new Set<number>() }));
        for (const asks of asking) {
          const rater = asks % raters;
          const open = texts.filter(({ given, to }) => given < RATERS && !to.has(rater));
          const text = fairest(open, (below) => (dice.next().value ?? 0) % below);
          if (!text) {
            expect(open).toEqual([]);
            continue;
          }
          expect(Math.min(...open.map(({ given }) => given))).toBe(text.given);
          text.given += 1;
          text.to.add(rater);
        }
        for (const { given, to } of texts) expect([given, given <= RATERS]).toEqual([to.size, true]);
      },
    ),
  );
});

test("[P18] each of the texts that the fewest were given can be drawn", () => {
  const texts = [1, 0, 0, 1, 0].map((given, id) => ({ id, given }));
  const drawn = [0, 1, 2].map((draw) => fairest(texts, (below) => Math.min(draw, below - 1))?.id);
  expect(drawn).toEqual([1, 2, 4]);
});

test("[H1] simulated students say why in words that fit", () => {
  const words = Object.values(WORDS).flatMap(({ fair, unfair }) => [...fair, ...unfair]);
  for (const why of words) expect(why.length).toBeLessThanOrEqual(WHY_LENGTH);
});
