import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeGroups, mendGroups, type Pairable } from "#debate/activities/pairs/pairing.ts";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";

const people = (counts: readonly number[]): Pairable[] =>
  CHOICES.flatMap((choice, place) =>
    Array.from({ length: counts[place] ?? 0 }, (_, n) => ({ id: `${choice} ${n}`, choice })),
  );
const dice = (seed: number) => {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
};

type Worth = { mixed: number; threes: number; across: number };
/** What the rule counts, in its order. */
function worthOf(groups: readonly (readonly Choice[])[]): Worth {
  const worth = { mixed: 0, threes: 0, across: 0 };
  for (const group of groups) {
    const met = new Set(group);
    if (met.size > 1) worth.mixed += group.length;
    if (group.length === 3) worth.threes += 1;
    if (met.has("for") && met.has("against"))
      worth.across += group.filter((choice) => choice !== "undecided").length;
  }
  return worth;
}
const choicesOf = (groups: readonly (readonly Pairable[])[]) =>
  groups.map((group) => group.map(({ choice }) => choice ?? "undecided"));
const isBetter = (one: Worth, other: Worth) =>
  one.mixed - other.mixed || other.threes - one.threes || one.across - other.across;

const KINDS = [2, 3].flatMap((size) => kindsOf(size));
function kindsOf(size: number, from = 0): Choice[][] {
  if (size === 0) return [[]];
  return CHOICES.slice(from).flatMap((choice, place) =>
    kindsOf(size - 1, from + place).map((rest) => [choice, ...rest]),
  );
}
/** The best of all ways to seat so many of each camp, found by trying. */
const best = new Map<string, Worth | null>();
function bestOf(counts: readonly number[]): Worth | null {
  const key = counts.join();
  const known = best.get(key);
  if (known !== undefined) return known;
  let found: Worth | null = counts.every((count) => count === 0) ? { mixed: 0, threes: 0, across: 0 } : null;
  for (const kind of KINDS) {
    const left = counts.map((count, place) => count - kind.filter((each) => each === CHOICES[place]).length);
    if (left.some((count) => count < 0)) continue;
    const rest = bestOf(left);
    if (!rest) continue;
    const own = worthOf([kind]);
    const sum = {
      mixed: rest.mixed + own.mixed,
      threes: rest.threes + own.threes,
      across: rest.across + own.across,
    };
    if (!found || isBetter(sum, found) > 0) found = sum;
  }
  best.set(key, found);
  return found;
}

describe("[P23] groups", () => {
  test("are as mixed as can be: none of all ways to seat a class of up to 16 is better", () => {
    for (let f = 0; f <= 8; f += 1)
      for (let a = 0; a <= 8; a += 1)
        for (let u = 0; u <= 8 && f + a + u <= 16; u += 1) {
          if (f + a + u < 2) continue;
          const made = worthOf(choicesOf(makeGroups(people([f, a, u]), dice(f + a + u))));
          expect([f, a, u, made]).toEqual([f, a, u, bestOf([f, a, u])]);
        }
  });

  test("one alone has no one, and none makes no groups", () => {
    expect(makeGroups(people([1, 0, 0]), dice(1))).toHaveLength(1);
    expect(makeGroups([], dice(1))).toEqual([]);
  });

  test("follow from the dice alone", () => {
    const all = people([9, 6, 4]);
    expect(makeGroups(all, dice(7))).toEqual(makeGroups(all, dice(7)));
    expect(makeGroups(all, dice(7))).not.toEqual(makeGroups(all, dice(8)));
  });

  test("a thousand are seated with at most four throws of the dice each", () => {
    let throws = 0;
    const draw = dice(5);
    const groups = makeGroups(people([430, 390, 180]), (below) => {
      throws += 1;
      return draw(below);
    });
    expect(worthOf(choicesOf(groups))).toEqual({ mixed: 1_000, threes: 0, across: 640 });
    expect(throws).toBeLessThanOrEqual(4_000);
  });
});

describe("[P24] whoever comes, leaves or is left alone", () => {
  const choice = fc.constantFrom(...CHOICES, null);

  test("after any comings and goings no one is alone while someone else is there, and others keep their partners", () => {
    fc.assert(
      fc.property(
        fc.array(choice, { minLength: 2, maxLength: 20 }),
        fc.array(fc.tuple(fc.boolean(), fc.nat(), choice), { maxLength: 30 }),
        fc.nat(),
        (choices, changes, seed) => {
          const draw = dice(seed);
          let groups = makeGroups(
            choices.map((each, n) => ({ id: `${n}`, choice: each })),
            draw,
          );
          for (const [place, [comes, who, each]] of changes.entries()) {
            const before = groups.map((group) => group.map(({ id }) => id));
            const leaver = groups.flat()[who % Math.max(1, groups.flat().length)]?.id;
            if (comes) groups = mendGroups(groups, [{ id: `new ${place}`, choice: each }], draw);
            else
              groups = mendGroups(
                groups
                  .map((group) => group.filter(({ id }) => id !== leaver))
                  .filter((group) => group.length > 0),
                [],
                draw,
              );
            const all = groups.flat();
            expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
            for (const group of groups) expect(group.length >= 2 || all.length === 1).toBe(group.length <= 3);
            // At most one of the earlier groups has changed, besides that of the leaver.
            const kept = new Set(groups.map((group) => group.map(({ id }) => id).join()));
            const changed = before.filter((group) => !kept.has(group.join()));
            expect(changed.length).toBeLessThanOrEqual(comes ? 1 : 2);
          }
        },
      ),
    );
  });

  const table = (name: string, ...choices: (Choice | null)[]): Pairable[] =>
    choices.map((each, place) => ({ id: `${name} ${place}`, choice: each }));
  const late = (of: Choice | null): Pairable => ({ id: "late", choice: of });
  test("no other place that the rule leaves to a latecomer would mix more", () => {
    const voted = fc.constantFrom(...CHOICES);
    const tablesOf = (minLength: number) =>
      fc.array(fc.array(voted, { minLength, maxLength: 3 }), { minLength: 1, maxLength: 12 });
    // Twos are joined first, so that threes are split only where there are no others.
    fc.assert(
      fc.property(fc.oneof(tablesOf(2), tablesOf(3)), voted, fc.nat(), (choices, of, seed) => {
        const groups = choices.map((each, number) => table(`${number}`, ...each));
        const newcomer = late(of);
        const made = worthOf(choicesOf(mendGroups(groups, [newcomer], dice(seed))));
        const twos = groups.filter((group) => group.length === 2);
        const instead = (group: Pairable[], ...by: Pairable[][]) => [
          ...groups.filter((each) => each !== group),
          ...by,
        ];
        const places =
          twos.length > 0
            ? twos.map((two) => instead(two, [...two, newcomer]))
            : groups.flatMap((three) =>
                three.map((leaving) =>
                  instead(
                    three,
                    three.filter((person) => person !== leaving),
                    [leaving, newcomer],
                  ),
                ),
              );
        for (const place of places) expect(isBetter(worthOf(choicesOf(place)), made)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("two who were left alone sit together", () => {
    const groups = [[{ id: "a", choice: "for" }], [{ id: "b", choice: "for" }]] satisfies Pairable[][];
    expect(mendGroups(groups, [], dice(1)).map((group) => group.length)).toEqual([2]);
  });
});

describe("[P42] whoever comes without a vote", () => {
  const choice = fc.constantFrom(...CHOICES, null);
  const tables = fc.array(fc.array(choice, { minLength: 1, maxLength: 3 }), { maxLength: 12 });

  test("sits where they would if everyone else had voted otherwise", () => {
    const seating = (choices: (Choice | null)[][], comers: number, seed: number) =>
      mendGroups(
        choices.map((each, n) => each.map((of, place) => ({ id: `${n} ${place}`, choice: of }))),
        Array.from({ length: comers }, (_, n) => ({ id: `late ${n}`, choice: null })),
        dice(seed),
      ).map((group) => group.map(({ id }) => id));
    fc.assert(
      fc.property(
        tables,
        fc.integer({ min: 1, max: 3 }),
        choice,
        fc.nat(),
        (choices, comers, other, seed) => {
          const otherwise = choices.map((each) => each.map(() => other));
          expect(seating(choices, comers, seed)).toEqual(seating(otherwise, comers, seed));
        },
      ),
    );
  });

  test("is joined by no one for having chosen a side", () => {
    const bait: Pairable[] = ["x", "y"].map((id) => ({ id, choice: null }));
    const mixed: Pairable[] = [
      { id: "a", choice: "for" },
      { id: "b", choice: "against" },
    ];
    for (const of of CHOICES)
      for (let drawn = 0; drawn < 4; drawn += 1) {
        const after = mendGroups([bait, mixed], [{ id: "h", choice: of }], (below) => drawn % below);
        expect(after.map((group) => group.map(({ id }) => id).join(""))).toEqual(["xy", "abh"]);
      }
  });
});
