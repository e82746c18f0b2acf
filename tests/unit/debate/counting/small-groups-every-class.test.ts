import { describe, expect, test } from "vitest";
import { CHOICES, DEBATE_ROUNDS } from "#debate/rules/choices.ts";
import { IS_LONG, published, type Way } from "./published.ts";

/** The groups that an attacker counts: a person's answer in one round, and in each pair of rounds. */
function answersOf(way: Way): string[] {
  const answers = DEBATE_ROUNDS.flatMap((round) => (way[round] ? [`${round} ${way[round]}`] : []));
  const pairs = answers.flatMap((one, place) => answers.slice(place + 1).map((other) => `${one}, ${other}`));
  return [...answers, ...pairs];
}

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
  const count = (key: string) => sizes.set(key, (sizes.get(key) ?? 0) + 1);
  for (const way of world) {
    for (const answer of answersOf(way)) count(answer);
    for (const rounds of answersOf(way).map(roundsIn)) count(`voted ${rounds}`);
  }
  const observers = new Map([OUTSIDER, ...world].map((way) => [JSON.stringify(way), way]));
  for (const [key, own] of observers) {
    const entry = known.get(key) ?? { worlds: 0, groups: new Map<string, Known>() };
    known.set(key, entry);
    entry.worlds += 1;
    const mine = new Set(answersOf(own));
    for (const group of groups) {
      const others = (sizes.get(group) ?? 0) - (mine.has(group) ? 1 : 0);
      const rounds = roundsIn(group);
      const took = [...mine].some((answer) => roundsIn(answer) === rounds);
      const outside = (sizes.get(`voted ${rounds}`) ?? 0) - (took ? 1 : 0) - others;
      const before = entry.groups.get(group) ?? { couldBeMany: false, couldBeOutside: false };
      entry.groups.set(group, {
        couldBeMany: before.couldBeMany || others === 0 || others >= 3,
        couldBeOutside: before.couldBeOutside || outside >= 3 || others < 3,
      });
    }
  }
}

function roundsIn(answer: string): string {
  return answer.replace(/ (?:for|against|undecided)/gu, "");
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
  test(`nine cells, up to ${IS_LONG ? 12 : 8} people`, { timeout: 900_000 }, () => {
    expect(leaksUpTo(IS_LONG ? 12 : 8, NINE, true).slice(0, 5)).toEqual([]);
  });

  test("nine cells with the open code, up to 5 people", () => {
    expect(leaksUpTo(5, NINE, false).slice(0, 5)).toEqual([]);
  });

  test("missing votes, up to 4 people", () => {
    expect(leaksUpTo(4, [...NINE, ...MISSING], true).slice(0, 5)).toEqual([]);
  });

  test(`three rounds, up to ${IS_LONG ? 4 : 3} people`, { timeout: 300_000 }, () => {
    expect(leaksUpTo(IS_LONG ? 4 : 3, THREE, true).slice(0, 5)).toEqual([]);
  });
});
