import { describe, expect, test } from "vitest";
import { CHOICES, DEBATE_ROUNDS } from "#debate/rules/choices.ts";
import { published, type Way } from "./published.ts";

/** Each answer is worked out once: they are asked for millions of times. */
function once<Given, Answer>(workOut: (given: Given) => Answer): (given: Given) => Answer {
  const known = new Map<Given, Answer>();
  return (given) => {
    const answer = known.has(given) ? (known.get(given) as Answer) : workOut(given);
    known.set(given, answer);
    return answer;
  };
}

/** The groups that an attacker counts: a person's answer in one round, and in each pair of rounds. */
const answersOf = once((way: Way): string[] => {
  const answers = DEBATE_ROUNDS.flatMap((round) => (way[round] ? [`${round} ${way[round]}`] : []));
  const pairs = answers.flatMap((one, place) => answers.slice(place + 1).map((other) => `${one}, ${other}`));
  return [...answers, ...pairs];
});
/** The rounds of a group, as the group of those who voted in them. */
const votedIn = once((group: string) => `voted ${group.replace(/ (?:for|against|undecided)/gu, "")}`);
/** Every group that a person belongs to. */
const groupsOf = once((way: Way) => new Set([...answersOf(way), ...answersOf(way).map(votedIn)]));
const keyOf = once((way: Way) => JSON.stringify(way));

/**
 * What one observer knows about a group from all classes that are shown the same: whether it could be none, or three or more, of
 * the others; and whether three or more of the others who voted in its rounds could be outside it.
 */
type Known = { couldBeMany: boolean; couldBeOutside: boolean };
type Knowledge = Map<string, { worlds: number; groups: Map<string, Known> }>;

const OUTSIDER: Way = {};

/** Adds a class to those that an outsider, and each classmate who knows their own vote, must consider possible. */
function consider(known: Knowledge, world: readonly Way[], groups: readonly string[]): void {
  const sizes = new Map<string, number>();
  for (const way of world) for (const group of groupsOf(way)) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  for (const own of new Set([OUTSIDER, ...world])) {
    const key = keyOf(own);
    const entry = known.get(key) ?? { worlds: 0, groups: new Map<string, Known>() };
    known.set(key, entry);
    entry.worlds += 1;
    const mine = groupsOf(own);
    const besides = (group: string) => (sizes.get(group) ?? 0) - (mine.has(group) ? 1 : 0);
    for (const group of groups) {
      const others = besides(group);
      const outside = besides(votedIn(group)) - others;
      const found = entry.groups.get(group) ?? { couldBeMany: false, couldBeOutside: false };
      found.couldBeMany ||= others === 0 || others >= 3;
      found.couldBeOutside ||= outside >= 3 || others < 3;
      entry.groups.set(group, found);
    }
  }
}

/** Groups that an observer knows for sure to be one or two others, or to be all others. */
function leaksIn(known: Knowledge): string[] {
  return [...known].flatMap(([observer, { groups }]) =>
    [...groups].flatMap(([group, { couldBeMany, couldBeOutside }]) =>
      couldBeMany && couldBeOutside
        ? []
        : [`${observer} knows ${group}: ${couldBeMany ? "all" : "one or two"}`],
    ),
  );
}

/** Tries every class of up to `most` people, grouped by what is shown, and returns what an observer can work out. */
function leaksUpTo(most: number, ways: readonly Way[], isClosed: boolean): string[] {
  const told = new Map<string, Knowledge>();
  const groups = [...new Set(ways.flatMap(answersOf))];
  const visit = (world: Way[], least: number) => {
    const output = JSON.stringify(published(world, {}, { isClosed }));
    const known = told.get(output) ?? new Map();
    told.set(output, known);
    consider(known, world, groups);
    if (world.length === most) return;
    for (let way = least; way < ways.length; way += 1) visit([...world, ways[way] ?? {}], way);
  };
  visit([], 0);
  return [...told].flatMap(([output, known]) => leaksIn(known).map((leak) => `${leak} from ${output}`));
}

const NINE = CHOICES.flatMap((before) => CHOICES.map((after): Way => ({ before, after })));
const MISSING = CHOICES.flatMap((choice): Way[] => [{ before: choice }, { after: choice }]);
const THREE = NINE.flatMap((way) => CHOICES.map((reading): Way => ({ ...way, reading })));

describe("[Z1] [Z2] [Z10] attacks on every class", () => {
  test("nine cells, up to 8 people", () => {
    expect(leaksUpTo(8, NINE, true).slice(0, 5)).toEqual([]);
  });

  test("nine cells with the open code, up to 5 people", () => {
    expect(leaksUpTo(5, NINE, false).slice(0, 5)).toEqual([]);
  });

  test("missing votes, up to 4 people", () => {
    expect(leaksUpTo(4, [...NINE, ...MISSING], true).slice(0, 5)).toEqual([]);
  });

  test("three rounds, up to 3 people", () => {
    expect(leaksUpTo(3, THREE, true).slice(0, 5)).toEqual([]);
  });
});
