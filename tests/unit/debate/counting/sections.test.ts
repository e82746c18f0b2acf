import { expect, test } from "vitest";
import { margin } from "#debate/counting/margin.ts";
import { isDeadHeat, movement } from "#debate/counting/movement.ts";
import { type ComparedSection, compareSections } from "#debate/counting/sections.ts";
import { sectionsDetail, sectionsHeadline } from "#debate/counting/sections-headline.ts";
import { matrix, movesOf } from "./classroom.ts";
import { seeded } from "./published.ts";

test("[S13] sections without people who voted twice change no figure", () => {
  const classes = [matrix("5 1 0 / 4 8 1 / 1 0 8"), matrix("7 1 0 / 1 11 2 / 3 2 1")].map(movesOf);
  const empty = movesOf(matrix("0 0 0 / 0 0 0 / 0 0 0"));
  expect(compareSections([...classes, empty])).toEqual(compareSections(classes));
  expect(compareSections([empty, empty])).toMatchObject({
    n: 0,
    points: null,
    coin: null,
    Q: null,
    pooled: null,
  });
});

test("[V22] a comparison counts who led in sections, how many leads are clear, and where too few moved", () => {
  const section = (rows: string) => {
    const moves = movesOf(matrix(rows));
    return { margin: margin(moves), paired: movement(moves, "before", "after") } as ComparedSection;
  };
  const clear = section("7 1 1 / 5 7 0 / 8 1 0");
  const hint = section("8 4 5 / 1 7 1 / 1 1 2");
  const level = section("0 0 0 / 0 1 0 / 4 4 21");
  const few = section("9 1 1 / 1 8 0 / 0 0 0");
  const detail = sectionsDetail([clear, hint, level, few, section("0 0 0 / 0 0 0 / 0 0 0")]);
  expect(detail).toEqual({
    led: { for: 1, against: 1, level: 1, few: 1 },
    clear: { for: 1, against: 0 },
    empty: 1,
  });
  const said = (...sections: ComparedSection[]) => sectionsHeadline(sectionsDetail(sections));
  expect(sectionsHeadline(detail)).toEqual({ kind: "split", count: 1, of: 4 });
  expect(said(hint, hint, clear)).toEqual({ kind: "ahead", side: "against", count: 2, of: 3 });
  expect(said(clear, few)).toEqual({ kind: "ahead", side: "for", count: 1, of: 2 });
  expect([said(level, few), said(level, level), said(few, few), said(few), said()]).toEqual([
    { kind: "neither" },
    { kind: "level", of: 2 },
    { kind: "few", of: 2 },
    { kind: "one" },
    { kind: "nobody" },
  ]);
});

test("[S22] of classes of thirty that no debate moves, about one in 28 comes out clear", () => {
  const draw = seeded(7);
  const answer = () => {
    const chance = draw();
    return chance < 0.4 ? 0 : chance < 0.8 ? 1 : 2;
  };
  const classes = 6_000;
  // From three to five of ten people answer anew, as if they had not answered before.
  const clear = Array.from({ length: classes }, (_, number) => {
    const counts = [0, 1, 2].map(() => [0, 0, 0]);
    for (let person = 0; person < 30; person += 1) {
      const before = answer();
      const after = draw() < 0.3 + 0.1 * (number % 3) ? answer() : before;
      const row = counts[before] ?? [];
      row[after] = (row[after] ?? 0) + 1;
    }
    const moves = movesOf(counts);
    return margin(moves)?.standing === "clear" && !isDeadHeat(moves);
  }).filter(Boolean).length;
  // The standard deviation is .0024.
  expect(Math.abs(clear / classes - 1 / 28)).toBeLessThan(0.007);
});
