// What all activities add to the results, in the order of the lesson.
import type { Counting, Shown } from "#debate/activities/activity-results.ts";
import { guessResults } from "#debate/activities/guess/results.ts";
import type { ActivityStep } from "#debate/activities/index.ts";
import { laterVoteResults } from "#debate/activities/later-vote/results.ts";
import { type Merged, merged } from "#debate/activities/merged.ts";
import { type Chosen, hasStep } from "#debate/activities/open.ts";
import { outlookResults } from "#debate/activities/outlook/results.ts";

const ALL = [outlookResults, guessResults, laterVoteResults] as const;

type Each = (typeof ALL)[number];
type With<Hook extends string> = Extract<Each, { [hook in Hook]: unknown }>;
type Part = Each["part"];
type CountOf<Name extends Part> = ReturnType<Extract<Each, { part: Name }>["count"]>;
type Optional = { [Name in Part]: undefined extends CountOf<Name> ? Name : never }[Part];
type Counted = { [Name in Exclude<Part, Optional>]: CountOf<Name> } & {
  [Name in Optional]?: Exclude<CountOf<Name>, undefined> | null;
};
type Input = Merged<Parameters<Each["count"]>[0]>;
/** What it asks of a student's own state for the card. */
export type OwnForCard = Merged<Parameters<With<"card">["card"]>[0]>;
type ShownOnCard = Merged<Parameters<With<"card">["card"]>[1]>;

/** What is stored of activities for their results. */
export type StoredForResults = Omit<Input, keyof Counting>;
/** What still changes after the class first saw the results. */
export type LatePart = With<"afterwards">["part"];
/** What the reveal shows of activities. */
export type RevealedPart = With<"step">["part"];

/** By parts. That each is of its own type is known here, and not to the compiler. */
const byPart = <Parts>(parts: readonly (readonly [Part, unknown])[]) => Object.fromEntries(parts) as Parts;

export const countOfActivities = (session: Input) =>
  byPart<Counted>(
    ALL.flatMap((each) => {
      const counted = each.count(session);
      return counted === undefined ? [] : [[each.part, counted] as const];
    }),
  );

/** [K9] As everyone but the host may know it. */
export function totalsOfActivities(counted: Counted): Counted {
  return byPart(
    ALL.flatMap((each): (readonly [Part, unknown])[] => {
      if (!(each.part in counted)) return [];
      if (!("forAll" in each)) return [[each.part, counted[each.part]]];
      const part = counted[each.part];
      return [[each.part, part && each.forAll(part)]];
    }),
  );
}

/** [Z2] The parts of the results that a class that hides small groups is not shown. `withheld`: those it is told are hidden. */
export function hiddenOfActivities(counted: Counted, isFlowHidden: boolean) {
  const hidden = ALL.filter(({ part, hides }) => part in counted && (hides === "always" || isFlowHidden));
  return {
    none: byPart<Partial<Record<Part, null>>>(hidden.map(({ part }) => [part, null])),
    withheld: ALL.flatMap((each) => (each.hides === "always" && counted[each.part] ? [each.part] : [])),
  };
}

/** [Z11] Results without what still changes after the class first saw them. */
export function withoutLateParts<Whole extends { [part in LatePart]?: unknown }>(
  results: Whole,
): Omit<Whole, LatePart> {
  const rest = { ...results };
  for (const each of ALL) if ("afterwards" in each) delete rest[each.part];
  return rest;
}

/** [Z11] The parts that still change after the class first saw its results, counted now. */
export const latePartsOf = (now: Counted, first: Shown) =>
  byPart<Pick<Counted, LatePart>>(
    ALL.flatMap((each) => {
      if (!("afterwards" in each)) return [];
      const part = now[each.part];
      return [[each.part, part && each.afterwards(part, first)] as const];
    }),
  );

/** [V14] What the reveal shows, each from its step on. */
export const revealOfActivities = (shown: Pick<Counted, RevealedPart>) =>
  byPart<{ [Name in RevealedPart]: [With<"step">["step"], Counted[Name]] }>(
    ALL.flatMap((each) => ("step" in each ? [[each.part, [each.step, shown[each.part]]] as const] : [])),
  );

/** [V14] Their own steps that have nothing to show in a session. */
export function emptySteps(shown: Shown, settings: Chosen): ActivityStep[] {
  return ALL.flatMap((each) => {
    if (!("ownStep" in each)) return [];
    const { name, hasSomething } = each.ownStep;
    return hasStep(name, settings) && hasSomething(shown) ? [] : [name];
  });
}

/** What they add to a student's card, of their own state and, once the class may read them, of the results. */
export const cardOfActivities = (own: OwnForCard, shown: ShownOnCard) =>
  merged(ALL.flatMap((each) => ("card" in each ? [each.card(own, shown)] : [])));
