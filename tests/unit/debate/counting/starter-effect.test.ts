import { describe, expect, test } from "vitest";
import { countResults } from "#debate/counting/results.ts";
import { starterEffect } from "#debate/counting/starter-effect.ts";
import type { Side } from "#debate/rules/choices.ts";
import { ballot, rebuttal, session } from "./classroom.ts";

/** One rebuttal for a side, read by so many of the other camp, of whom so many endorsed it; its own camp loves it. */
const written = (participantId: string, endorsed: number, readers: number, side: Side = "for") => ({
  participantId,
  side,
  endorsements: {
    for: 0,
    against: 0,
    undecided: 0,
    [side]: 50,
    [side === "for" ? "against" : "for"]: endorsed,
  },
  exposed: { for: 0, against: 0, undecided: 9, [side]: 50, [side === "for" ? "against" : "for"]: readers },
});
/** Writers of one half, with how many of ten readers in the other camp they persuaded. */
const half = (name: string, persuaded: number[]) =>
  persuaded.map((endorsed, index) => written(`${name}${index}`, endorsed, 10, index % 2 ? "against" : "for"));
const drawn = (...halves: [string, number, boolean][]) =>
  new Map(
    halves.flatMap(([name, count, isOffered]) =>
      Array.from({ length: count }, (_, index) => [`${name}${index}`, isOffered] as const),
    ),
  );

describe("[X15] what sentence starters did", () => {
  test("compares the writers' shares in the other camp, by Welch's interval", () => {
    const [some, others] = [
      [4, 5, 3, 6, 4, 5, 2, 3],
      [2, 3, 1, 4, 2, 3, 2, 1],
    ];
    const effect = starterEffect(
      [...half("a", some ?? []), ...half("b", others ?? [])],
      drawn(["a", 8, true], ["b", 8, false]),
    );
    // R: t.test(c(4,5,3,6,4,5,2,3)/10, c(2,3,1,4,2,3,2,1)/10): means .4 and .225, squared errors 12/7/8/100 and
    // 7.5/7/8/100, 13.3 degrees of freedom, here 13: .175 +- 2.160369 * sqrt(.00348214).
    expect(effect.offered).toEqual({ writers: 8, share: expect.closeTo(0.4, 12) });
    expect(effect.others).toEqual({ writers: 8, share: expect.closeTo(0.225, 12) });
    expect(effect.difference?.points).toBeCloseTo(17.5, 9);
    expect(effect.difference?.interval[0]).toBeCloseTo(17.5 - 12.748, 2);
    expect(effect.difference?.interval[1]).toBeCloseTo(17.5 + 12.748, 2);
  });

  test("a writer counts once, however much they wrote, and only with five readers of the other camp", () => {
    const { offered, others } = starterEffect(
      [written("a0", 1, 2), written("a0", 2, 3), written("b0", 4, 4), written("stranger", 9, 9)],
      drawn(["a", 1, true], ["b", 1, false]),
    );
    expect(offered).toEqual({ writers: 1, share: null });
    expect(others).toEqual({ writers: 0, share: null });
  });

  test("under eight writers in a half, or where all are alike, there is no difference to tell", () => {
    const alike = Array<number>(8).fill(3);
    const few = starterEffect(
      [...half("a", alike.slice(1)), ...half("b", [1, 2, 3, 4, 5, 6, 7, 8])],
      drawn(["a", 7, true], ["b", 8, false]),
    );
    expect(few).toMatchObject({ offered: { writers: 7, share: null }, difference: null });
    expect(few.others.share).toBeCloseTo(0.45, 12);
    // Seventeen times a fifth, added up and divided, is a little more than a fifth.
    const fifths = Array<number>(17).fill(2);
    expect(
      starterEffect([...half("a", fifths), ...half("b", fifths)], drawn(["a", 17, true], ["b", 17, false]))
        .difference,
    ).toBeNull();
    const none = starterEffect(
      [...half("a", alike), ...half("b", alike)],
      drawn(["a", 8, true], ["b", 8, false]),
    );
    expect(none.difference).toBeNull();
    expect(starterEffect([], new Map())).toMatchObject({ difference: null });
  });

  test("a merge of both halves' words changes neither half: each writer counts with their own readers", () => {
    const [some, others] = [
      [4, 5, 3, 6, 4, 5, 2, 3],
      [2, 3, 1, 4, 2, 3, 2, 1],
    ];
    const readers = Array.from({ length: 10 }, (_, n) => `reader-${n}`);
    const read = (half: string, endorsed: number, n: number) => ({
      // Each of the second half is merged into one of the first, which then stands for both.
      rebuttalId: `a${n}`,
      ...(half === "b" && { merged: `b${n}` }),
      participantIds: readers.slice(0, endorsed),
    });
    const both = (of: (half: string, endorsed: number, n: number) => ReturnType<typeof read>) => [
      ...some.map((endorsed, n) => of("a", endorsed, n)),
      ...others.map((endorsed, n) => of("b", endorsed, n)),
    ];
    const { starters, rebuttals } = countResults(
      session({
        ballots: readers.map((id) => ballot(id, "before", "against")),
        rebuttals: some.map((_, n) =>
          rebuttal(`a${n}`, { participantId: `a${n}`, merged: [{ id: `b${n}`, participantId: `b${n}` }] }),
        ),
        endorsements: both(read),
        exposures: both((half, _, n) => read(half, readers.length, n)),
        offered: drawn(["a", 8, true], ["b", 8, false]),
      }),
    );
    // The figures of the first test, in which nothing is merged.
    expect(starters?.offered).toEqual({ writers: 8, share: expect.closeTo(0.4, 12) });
    expect(starters?.others).toEqual({ writers: 8, share: expect.closeTo(0.225, 12) });
    expect(starters?.difference?.points).toBeCloseTo(17.5, 9);
    expect(starters?.difference?.interval[1]).toBeCloseTo(17.5 + 12.748, 2);
    // [R30] The head counts each reader once.
    expect(rebuttals.every(({ seen }) => seen === 10)).toBe(true);
  });

  test("writers of one merge count one by one, from five readers of their own", () => {
    const readers = Array.from({ length: 9 }, (_, n) => `reader-${n}`);
    const { starters } = countResults(
      session({
        ballots: readers.map((id) => ballot(id, "before", "against")),
        rebuttals: [
          rebuttal("a0", {
            participantId: "a0",
            merged: [
              { id: "b0", participantId: "b0" },
              { id: "b1", participantId: "b1" },
            ],
          }),
        ],
        exposures: [
          { rebuttalId: "a0", participantIds: readers.slice(0, 4) },
          { rebuttalId: "a0", merged: "b0", participantIds: readers.slice(4) },
        ],
        offered: drawn(["a", 1, true], ["b", 2, false]),
      }),
    );
    // Four read a0, five b0 and none b1.
    expect(starters).toMatchObject({ offered: { writers: 0 }, others: { writers: 1 } });
  });
});
