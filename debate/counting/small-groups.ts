import { hiddenOfActivities } from "#debate/activities/results.ts";
import type { CountingInput } from "#debate/counting/input.ts";
import type { Matrix } from "#debate/counting/movement.ts";
import type { Counted, Part, Results } from "#debate/counting/results.ts";
import { type Chance, roundedFlow } from "#debate/counting/rounded.ts";
import { roundedShares } from "#debate/counting/rounded-shares.ts";
import { LEAST_GROUP, type Voters, votersOf } from "#debate/counting/tally.ts";
import { totalsOnly } from "#debate/counting/totals.ts";
import { verdictInShort } from "#debate/counting/verdict.ts";
import { ROUNDS } from "#debate/rules/choices.ts";

/** How a class joined, and how noise is drawn. `isClosed`: personal codes or stopped joining kept everyone from taking several seats. */
export type Class = { isClosed: boolean; chance: Chance };

/**
 * [Z2] Results as a class may see them that hides small groups: withheld parts are null. Whole parts are withheld, never
 * single figures, so a missing figure reveals nothing.
 */
export function forClass(results: Counted, input: CountingInput, { isClosed, chance }: Class): Results {
  const { rebuttals, paragraphs, paired } = results;
  const voters = votersOf(input.ballots, input.rounds);
  const held: Part[] = [];
  let shown: Partial<Results> = { confidence: confidenceForClass(results) };
  if (holdsFlow(voters, isClosed)) {
    const rounded = roundedFlow(paired.matrix, paired.n, chance);
    // [Z3] With the open code, one person with many seats would learn the rest from where shares are rounded up.
    const shares = rounded || !isClosed ? null : roundedShares(paired.matrix);
    held.push("flow");
    if (!rounded && !shares) held.push("shares");
    shown = { ...withoutFlow(results), paired: pairedInShort(paired, rounded, shares) };
  }
  if (rebuttals.length > 0) held.push("camps");
  if ([...rebuttals, ...paragraphs].some(({ credits }) => isSmall(credits))) held.push("credits");
  const activities = hiddenOfActivities(results, held.includes("flow"));
  held.push(...activities.withheld);
  const credits = held.includes("credits") && { credits: null };
  const totals = totalsOnly(results, held.includes("camps") ? null : []);
  return {
    ...totals,
    ...shown,
    // [Z1] A few people who gave a reason would be a group of few; and it is live, so that a deletion would show.
    reasons: null,
    ...activities.none,
    rebuttals: totals.rebuttals.map((rebuttal) => ({ ...rebuttal, ...credits })),
    paragraphs: totals.paragraphs.map((paragraph) => ({ ...paragraph, ...credits })),
    withheld: held,
  };
}

/**
 * [Z2] A closed class sees the flow if no way to answer, over all rounds, was taken by only one to three people, and no
 * round's answers were all the same [Z10]. Then each of its figures is a sum of groups that are empty or have at least
 * four people.
 */
function holdsFlow(voters: Voters, isClosed: boolean): boolean {
  if (voters.size === 0) return false;
  return !isClosed || waysOf(voters).some(isSmall) || ROUNDS.some((round) => isUnanimous(voters, round));
}

/** [Z10] Whether everyone who voted in a round answered alike. */
function isUnanimous(voters: Voters, round: (typeof ROUNDS)[number]): boolean {
  const answers = new Set([...voters.values()].flatMap((voter) => voter[round]?.choice ?? []));
  return answers.size === 1;
}

/**
 * [Z2] How sure people are, told only where none of the groups that it counts is of one to three: firmer, less sure, neither of
 * these, and, from who kept a side, as sure as before. Of the last it is known only between which numbers it lies.
 */
export function confidenceForClass({ confidence, paired }: Pick<Results, "confidence" | "paired">) {
  if (!confidence) return null;
  const { n, firmer, lessSure } = confidence;
  const kept = paired.matrix ? paired.matrix[0][0] + paired.matrix[1][1] : 0;
  const others = kept - firmer - lessSure;
  // Those who did not say it are counted nowhere, and may be among these.
  const fewestAsSure = others - (paired.n - n);
  const mayFewBeAsSure = others > 0 && fewestAsSure < LEAST_GROUP;
  const groups = [firmer, lessSure, n - firmer - lessSure];
  return mayFewBeAsSure || groups.some(isSmall) ? null : confidence;
}

function withoutFlow({ rounds, legs, paired, verdict }: Counted): Partial<Results> {
  return {
    rounds: rounds.map(({ round, n }) => ({ round, n, for: null, against: null, undecided: null })),
    legs: legs.map((leg) => ({ ...leg, matrix: null })),
    swing: null,
    interval: null,
    conversion: null,
    retention: null,
    stories: null,
    tests: null,
    margin: null,
    fragility: null,
    fragilityOfStanding: null,
    waves: null,
    confidence: null,
    verdict: verdictInShort(verdict, paired.n, paired.n >= LEAST_GROUP),
    attrition: null,
  };
}

function pairedInShort(
  { from, to, n }: Counted["paired"],
  rounded: Matrix | null,
  shares: Results["paired"]["shares"] | null,
): Results["paired"] {
  return { from, to, n, matrix: null, ...(rounded && { rounded }), ...(shares && { shares }) };
}

/** The number of people for each combination of answers, over all rounds. */
function waysOf(voters: Voters): number[] {
  const ways = new Map<string, number>();
  for (const voter of voters.values()) {
    const way = ROUNDS.map((round) => voter[round]?.choice ?? "").join(" ");
    ways.set(way, (ways.get(way) ?? 0) + 1);
  }
  return [...ways.values()];
}

function isSmall(people: number): boolean {
  return people > 0 && people < LEAST_GROUP;
}
