import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CountingInput } from "#debate/counting/input.ts";
import type { Results } from "#debate/counting/results.ts";
import { countWithholding, withhold } from "#debate/counting/small-groups.ts";
import { CHOICES, type Choice, ROUNDS, type Round } from "#debate/rules/choices.ts";
import { ballot, rebuttal, session } from "./classroom.ts";

/** One person's answers; no answer where they did not vote. */
type Way = Partial<Record<Round, Choice>>;

function published(ways: readonly Way[], given: Partial<CountingInput> = {}): Results {
  const rounds = ROUNDS.filter((round) => round !== "reading" || ways.some((way) => way.reading));
  const ballots = ways.flatMap((way, person) =>
    ROUNDS.flatMap((round) => {
      const choice = way[round];
      return choice ? [ballot(`${person}`, round, choice)] : [];
    }),
  );
  return withhold(countWithholding(session({ rounds, ballots, ...given })));
}

/** People by how they moved: for, against, undecided before (rows) and after (columns). */
function classOf(matrix: number[][]): Way[] {
  return CHOICES.flatMap((before, row) =>
    CHOICES.flatMap((after, column) =>
      Array.from({ length: matrix[row]?.[column] ?? 0 }, () => ({ before, after })),
    ),
  );
}

/** Every group whose size would say of somebody what they answered: by one answer, and by two. */
function groupsOf(ways: readonly Way[]): Map<string, number> {
  const groups = new Map<string, number>();
  const count = (key: string) => groups.set(key, (groups.get(key) ?? 0) + 1);
  for (const way of ways) {
    const answers = ROUNDS.flatMap((round) => (way[round] ? [`${round} ${way[round]}`] : []));
    for (const [place, answer] of answers.entries()) {
      count(answer);
      for (const other of answers.slice(place + 1)) count(`${answer}, ${other}`);
    }
    if (answers.length === 1) count(`only ${answers[0]}`);
  }
  return groups;
}

const isSmall = (people: number | undefined) => people === 1 || people === 2;
const smallGroups = (ways: readonly Way[]) =>
  [...groupsOf(ways)].flatMap(([group, people]) => (isSmall(people) ? [group] : []));

describe("[Z2] what a class is told", () => {
  test("no small group: everything is seen", () => {
    const seen = published(
      classOf([
        [7, 0, 3],
        [4, 8, 0],
        [5, 0, 3],
      ]),
    );
    expect(seen).toMatchObject({
      withheld: [],
      swing: {},
      attrition: {},
      stories: {},
      verdict: { winner: "for" },
    });
    expect(seen.paired.matrix).toEqual([
      [7, 0, 3],
      [4, 8, 0],
      [5, 0, 3],
    ]);
  });

  test("one person who moved alone: neither who moved nor anything counted from it", () => {
    const seen = published(
      classOf([
        [7, 1, 1],
        [4, 8, 1],
        [5, 1, 2],
      ]),
    );
    const none = { for: null, against: null, undecided: null };
    expect(seen).toMatchObject({
      withheld: ["flow"],
      rounds: [
        { round: "before", n: 30, ...none },
        { round: "after", n: 30, ...none },
      ],
      // [Z3] 9, 13 and 8 of 30 are 30, 43.3 and 26.7 %; 16, 10 and 4 are 53.3, 33.3 and 13.3 %.
      paired: {
        n: 30,
        matrix: null,
        shares: {
          from: { for: 0.3, against: 0.4, undecided: 0.3 },
          to: { for: 0.5, against: 0.3, undecided: 0.1 },
        },
      },
      verdict: {
        winner: "for",
        deadHeat: false,
        decisive: null,
        facts: { kind: "in-short", winner: "for", n: 30 },
      },
    });
    for (const part of [
      "swing",
      "interval",
      "conversion",
      "retention",
      "stories",
      "tests",
      "attrition",
      "margin",
      "fragility",
      "waves",
      "confidence",
      "polarization",
    ] as const)
      expect(seen[part]).toBeNull();
    expect(seen.verdict.sentence).toBe(
      "For came out ahead. By how much is rounded or left out, so that nobody can be singled out.",
    );
  });

  test("[Z3] a class of eleven, where no step hides anybody, is told the winner and no shares", () => {
    const seen = published(
      classOf([
        [3, 0, 0],
        [2, 5, 0],
        [0, 0, 1],
      ]),
    );
    expect(seen.withheld).toEqual(["flow", "shares"]);
    expect(seen.paired).toEqual({ from: "before", to: "after", n: 11, matrix: null });
    expect(seen.verdict.winner).toBe("for");
  });

  test("two people who voted twice are told nothing of it", () => {
    const seen = published(
      classOf([
        [0, 0, 0],
        [2, 0, 0],
        [0, 0, 0],
      ]),
    );
    expect(seen.verdict).toMatchObject({ winner: null, deadHeat: false, facts: { kind: "too-few" } });
  });

  test("somebody who left early does not stand alone either", () => {
    const stayed = classOf([
      [6, 0, 0],
      [4, 8, 0],
      [5, 0, 4],
    ]);
    expect(published(stayed).withheld).toEqual([]);
    expect(published([...stayed, { before: "undecided" }]).withheld).toContain("flow");
  });
});

/** Worlds that publish alike: nobody can tell by what is published in which of them they are. */
test("[Z1] [Z2] in every class of up to five people, no small group can be told from all that is published", () => {
  const answers: (Choice | undefined)[] = [...CHOICES, undefined];
  const ways = answers
    .flatMap((before) =>
      answers.map((after): Way => ({ ...(before && { before }), ...(after && { after }) })),
    )
    .filter((way) => Object.keys(way).length > 0);
  const alike = new Map<string, { sizes: Map<string, Set<number>>; worlds: number }>();
  const visit = (world: Way[], least: number) => {
    const told = JSON.stringify(published(world));
    const known = alike.get(told) ?? { sizes: new Map<string, Set<number>>(), worlds: 0 };
    alike.set(told, known);
    for (const [group, people] of groupsOf(world)) {
      const sizes = known.sizes.get(group) ?? new Set(known.worlds > 0 ? [0] : []);
      known.sizes.set(group, sizes.add(people));
    }
    for (const [group, sizes] of known.sizes) if (!groupsOf(world).has(group)) sizes.add(0);
    known.worlds += 1;
    if (world.length < 5)
      for (let way = least; way < ways.length; way += 1) visit([...world, ways[way] ?? {}], way);
  };
  visit([], 0);
  const told: string[] = [];
  for (const [output, { sizes }] of alike)
    for (const [group, possible] of sizes) {
      if ([...possible].every(isSmall)) told.push(`${group}: ${[...possible]} in ${output}`);
    }
  expect(told).toEqual([]);
});

/** Classes of which many vote alike, as classes do, with a few of their own ways. */
const someClass = fc
  .array(
    fc.record({
      way: fc.record({ before: fc.constantFrom(...CHOICES), after: fc.constantFrom(...CHOICES) }),
      reading: fc.option(fc.constantFrom(...CHOICES), { nil: undefined }),
      once: fc.constantFrom("before", "after", undefined, undefined, undefined),
      people: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 3, max: 20 })),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .chain((kinds) =>
    fc.boolean().map((reads) =>
      kinds.flatMap(({ way, reading, once, people }) => {
        const { [once ?? "reading"]: _left, ...kept } = { ...way, ...(reads && reading && { reading }) };
        return Array.from(
          { length: people },
          (): Way => (once ? kept : { ...kept, ...(reads && reading && { reading }) }),
        );
      }),
    ),
  );

/** Classes of which the same might be published: two answers exchanged, other answers of one person, those of two exchanged. */
function* neighboursOf(world: readonly Way[]): Generator<Way[]> {
  for (const rounds of [ROUNDS, ...ROUNDS.map((round) => [round])])
    for (const [one, other] of [
      ["for", "against"],
      ["for", "undecided"],
      ["against", "undecided"],
    ] as const)
      yield world.map((way) => replaced(way, rounds, { [one]: other, [other]: one }));
  const people = [...new Map(world.map((way, person) => [JSON.stringify(way), person])).values()];
  for (const person of people) for (const way of waysLike(world[person] ?? {})) yield world.with(person, way);
  for (const one of people)
    for (const other of people)
      for (const round of ROUNDS) {
        const [mine, theirs] = [world[one] ?? {}, world[other] ?? {}];
        if (one >= other || !mine[round] || !theirs[round]) continue;
        yield world
          .with(one, { ...mine, [round]: theirs[round] })
          .with(other, { ...theirs, [round]: mine[round] });
      }
}

function replaced(way: Way, rounds: readonly Round[], by: Partial<Record<Choice, Choice>>): Way {
  const choices = rounds.flatMap((round) => {
    const choice = way[round];
    return choice ? [[round, by[choice] ?? choice]] : [];
  });
  return { ...way, ...Object.fromEntries(choices) };
}

/** All that somebody who voted in the same rounds can have answered. */
function waysLike(way: Way): Way[] {
  const rounds = ROUNDS.filter((round) => way[round]);
  return rounds.reduce<Way[]>(
    (ways, round) => ways.flatMap((each) => CHOICES.map((choice) => ({ ...each, [round]: choice }))),
    [{}],
  );
}

/** Those of the groups that have the same size in all classes, one or two steps from this one, of which the same is published. */
function groupsTold(world: readonly Way[]): string[] {
  const told = JSON.stringify(published(world));
  const sizes = groupsOf(world);
  const left = new Set(smallGroups(world));
  const look = (neighbour: Way[]): boolean => {
    const others = groupsOf(neighbour);
    const differing = [...left].filter((group) => others.get(group) !== sizes.get(group));
    const isAlike = differing.length > 0 && JSON.stringify(published(neighbour)) === told;
    if (isAlike) for (const group of differing) left.delete(group);
    return differing.length > 0;
  };
  const near = [...neighboursOf(world)].filter((neighbour) => left.size > 0 && look(neighbour));
  const further = left.size > 0 ? near.flatMap((neighbour) => [...neighboursOf(neighbour)]) : [];
  for (const neighbour of further) if (left.size > 0) look(neighbour);
  return [...left];
}

test("[Z2] [Z3] in larger classes every small group could have another size where the same is published", () => {
  fc.assert(
    fc.property(someClass, (world) => {
      expect(groupsTold(world)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("[Z2] who was persuaded is not told by camp, and credits of one or two are not told at all", () => {
  const ways = classOf([
    [6, 0, 0],
    [4, 8, 0],
    [0, 0, 4],
  ]);
  const given = {
    positions: [{ side: "for" as const, paragraphs: [{ n: 1 }, { n: 2 }] }],
    rebuttals: [rebuttal("r", { quote: { side: "for", n: 1, exact: "" } }), rebuttal("s")],
    endorsements: ["0", "6", "7", "8"].map((participantId) => ({ participantId, rebuttalId: "r" })),
  };
  const seen = published(ways, given);
  expect(seen.withheld).toEqual(["camps"]);
  expect(seen.rebuttals).toMatchObject([
    { id: "r", endorsed: 4, endorsements: null, uncamped: null, standing: null, seen: null, credits: 0 },
    { id: "s", endorsed: 0, endorsements: null, uncamped: null, standing: null, seen: null, credits: 0 },
  ]);
  expect(seen.paragraphs).toMatchObject([
    { n: 1, quotes: 1, endorsements: null },
    { n: 2, quotes: 0, endorsements: null },
  ]);
  const credit = {
    rebuttalId: "r",
    without: "against" as const,
    why: "Because of what it says of who draws the lines there.",
  };
  const ballots = (credited: number) =>
    ways.flatMap((way, person) => [
      ballot(`${person}`, "before", way.before ?? "for"),
      { ...ballot(`${person}`, "after", way.after ?? "for"), ...(person < credited && { credit }) },
    ]);
  expect(published(ways, { ...given, ballots: ballots(2) }).rebuttals.map(({ credits }) => credits)).toEqual([
    null,
    null,
  ]);
  expect(published(ways, { ...given, ballots: ballots(3) }).rebuttals.map(({ credits }) => credits)).toEqual([
    3, 0,
  ]);
});
