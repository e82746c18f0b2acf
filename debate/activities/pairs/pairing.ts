import type { Choice } from "#debate/rules/choices.ts";
import { type Draw, shuffled } from "#debate/rules/shuffled.ts";

/** Someone to be paired, with the choice of their newest vote. */
export type Pairable = { id: string; choice: Choice | null };

/**
 * [P23] Twos and threes that are as mixed as can be: as many people as possible meet someone with another answer, then as few
 * sit in threes as that needs, then as many of For and Against as possible meet each other. Who has no vote counts as
 * undecided. No one is alone, unless there is no one else. Who sits with whom of a camp, and where, is drawn. It takes time in proportion to the people.
 */
export function makeGroups<Person extends Pairable>(people: readonly Person[], draw: Draw): Person[][] {
  const camps: Record<Choice, Person[]> = { for: [], against: [], undecided: [] };
  for (const person of shuffled(people, draw)) camps[person.choice ?? "undecided"].push(person);
  const take = (...from: Choice[]) => from.map((choice) => camps[choice].pop() as Person);
  const left = () => camps.for.length + camps.against.length + camps.undecided.length;
  const groups: Person[][] = [];
  const [largest = "for", ...others] = (["for", "against", "undecided"] as const).toSorted(
    (one, other) => camps[other].length - camps[one].length,
  );
  const most = camps[largest].length;
  const rest = left() - most;
  if (most >= rest) {
    // One of the others in each group; those of the largest camp who are left over join them, the other side first.
    const extra = Math.min(most - rest, rest);
    // One who is left alone takes one of those back.
    const thirds = most - rest - extra === 1 ? Math.max(0, extra - 1) : extra;
    const across = others.toSorted(
      (one, other) => Number(one === "undecided") - Number(other === "undecided"),
    );
    for (let group = 0; group < rest; group += 1) {
      const other = across.find((choice) => camps[choice].length > 0) ?? largest;
      groups.push(take(other, largest, ...(group < thirds ? [largest] : [])));
    }
    groups.push(...inTwos(camps[largest]));
  } else {
    // No camp has half of the class: all twos can be mixed, and their numbers follow; an odd number has one of each in a three.
    if (left() % 2 === 1) groups.push(take("for", "against", "undecided"));
    const across = (camps.for.length + camps.against.length - camps.undecided.length) / 2;
    for (let group = 0; group < across; group += 1) groups.push(take("for", "against"));
    for (const side of ["for", "against"] as const)
      while (camps[side].length > 0) groups.push(take(side, "undecided"));
  }
  return shuffled(
    groups.map((group) => shuffled(group, draw)),
    draw,
  );
}

/** All of one camp: twos, and one three if their number is odd. */
function inTwos<Person>(people: readonly Person[]): Person[][] {
  const groups: Person[][] = [];
  for (let from = 0; from < people.length; from += 2) groups.push(people.slice(from, from + 2));
  const [last, before] = [groups.at(-1), groups.at(-2)];
  if (last?.length === 1 && before) {
    before.push(...last);
    groups.pop();
  }
  return groups;
}

/**
 * [P24] Groups after people have come, or someone was left alone: two or more who have no one are grouped with each other; one
 * alone joins a two, or where all are threes forms one with someone of a three, where that mixes the most people who were not
 * mixed before. Other groups stay as they are.
 */
export function mendGroups<Person extends Pairable>(
  groups: readonly (readonly Person[])[],
  newcomers: readonly Person[],
  draw: Draw,
): Person[][] {
  const whole = groups.filter((group) => group.length > 1).map((group) => [...group]);
  const alone = [...groups.filter((group) => group.length === 1).flat(), ...newcomers];
  const [only] = alone;
  if (!only) return whole;
  // [P42] Where someone sits who has no vote tells nothing of the votes of others.
  const isBlind = alone.some(({ choice }) => choice === null);
  if (alone.length > 1 || whole.length === 0)
    return [...whole, ...(isBlind ? inTwos(shuffled(alone, draw)) : makeGroups(alone, draw))];
  const twos = best(
    whole.filter((group) => group.length === 2),
    (group) => (isBlind ? 0 : mixture([...group, only]) - mixture(group)),
    draw,
  );
  if (twos) {
    twos.push(only);
    return whole;
  }
  const splits = whole.flatMap((group) => group.map((leaving) => ({ group, leaving })));
  const split = best(
    splits,
    ({ group, leaving }) =>
      isBlind
        ? 0
        : mixture(group.filter((person) => person !== leaving)) + mixture([leaving, only]) - mixture(group),
    draw,
  );
  if (!split) return whole;
  split.group.splice(split.group.indexOf(split.leaving), 1);
  return [...whole, [split.leaving, only]];
}

/**
 * [P24] How many people of a group meet another answer, then how many of For and Against meet each other: always under eight.
 * [P42] Beside someone who has no vote nobody does, or who is sent there would be known to have chosen a side.
 */
function mixture(group: readonly Pairable[]): number {
  const choices = group.flatMap(({ choice }) => choice ?? []);
  if (new Set(choices).size < 2) return 0;
  const isAcross = choices.includes("for") && choices.includes("against");
  return choices.length + (isAcross ? choices.filter((choice) => choice !== "undecided").length / 8 : 0);
}

function best<Item>(items: readonly Item[], worth: (item: Item) => number, draw: Draw): Item | null {
  const worths = items.map(worth);
  const most = Math.max(...worths);
  const equal = items.filter((_, place) => worths[place] === most);
  return equal[draw(Math.max(1, equal.length))] ?? null;
}
