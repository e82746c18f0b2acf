// What all activities add to the results, in the order of the lesson.
import type { ActivityResults, Compared, Counting, Shown } from "#debate/activities/activity-results.ts";
import { controlResults } from "#debate/activities/control/results.ts";
import { experimentResults } from "#debate/activities/experiment/results.ts";
import { guessResults } from "#debate/activities/guess/results.ts";
import type { ActivityStep } from "#debate/activities/index.ts";
import { laterVoteResults } from "#debate/activities/later-vote/results.ts";
import { type Merged, merged } from "#debate/activities/merged.ts";
import { type Chosen, hasStep } from "#debate/activities/open.ts";
import { outlookResults } from "#debate/activities/outlook/results.ts";

const ALL = [outlookResults, controlResults, experimentResults, guessResults, laterVoteResults] as const;

type Each = (typeof ALL)[number];
type With<Hook extends string> = Extract<Each, { [hook in Hook]: unknown }>;
type Part = Each["part"];
type CountOf<Name extends Part> = ReturnType<Extract<Each, { part: Name }>["count"]>;
type Optional = { [Name in Part]: undefined extends CountOf<Name> ? Name : never }[Part];
type Counted = { [Name in Exclude<Part, Optional>]: CountOf<Name> } & {
  [Name in Optional]?: Exclude<CountOf<Name>, undefined> | null;
};
/** [M25] The parts that only the host sees. */
export type HostPart = With<"forHost">["part"];
/** The parts that a class with hidden small groups never sees. */
type HiddenPart = Exclude<Extract<Each, { hides: "always" }>["part"], HostPart>;
type SomeParts = { readonly [part in Part]?: unknown };
type Input = Merged<Parameters<Each["count"]>[0]>;
/** What it asks of a student's own state for the card. */
export type OwnForCard = Merged<Parameters<With<"card">["card"]>[0]>;
type ShownOnCard = Merged<Parameters<With<"card">["card"]>[1]>;

/** What is stored of activities for their results. */
export type StoredForResults = Omit<Input, keyof Counting>;
/** What still changes after the class first saw the results. */
export type LatePart = With<"afterwards">["part"];
/** [P35] What votes after the lesson add. */
export type LaterPart = With<"laterTally">["part"];
type Later = { [Name in LaterPart]?: NonNullable<Counted[Name]> };
/** What the reveal shows of activities. */
export type RevealedPart = With<"step">["part"];

/** That each is of its own types is known here, and not to the compiler. */
const EACH: readonly (ActivityResults & { part: Part })[] = ALL;

/** By parts, without those of which there is nothing to say. */
const byPart = <Parts>(say: (each: (typeof EACH)[number]) => unknown) =>
  Object.fromEntries(
    EACH.map((each) => [each.part, say(each)]).filter(([, said]) => said !== undefined),
  ) as Parts;

export const countOfActivities = (session: Input) => byPart<Counted>(({ count }) => count(session as never));

/** [S30] What a session with such an activity adds to comparisons and summaries, if it found anything. */
export function comparedOf(results: SomeParts): Compared | undefined {
  for (const { part, compared } of EACH) {
    const counted = results[part];
    const found = compared && counted ? compared(counted as never) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Whether one of the activities of a session is compared. */
export const isCompared = (activities: object): boolean =>
  EACH.some(({ part, compared }) => compared !== undefined && part in activities);

/** [K9] As everyone but the host may know it. */
export const totalsOfActivities = (counted: Counted) =>
  byPart<Counted>(({ part, forAll, forHost }) => {
    if (forHost) return null;
    return counted[part] && forAll ? forAll(counted[part] as never) : counted[part];
  });

/** [M26] The parts that only the host sees, as the host of an anonymous session may know them. */
export const hostPartsOf = (counted: Counted, isFlowTold: boolean) =>
  byPart<Partial<Pick<Counted, HostPart>>>(
    ({ part, forHost }) => forHost && counted[part] && forHost(counted[part] as never, isFlowTold),
  );

/** [Z2] The parts of the results that a class that hides small groups is not shown. `withheld`: those that it sees named as hidden. */
export function hiddenOfActivities(counted: Counted, isFlowHidden: boolean) {
  const hidden = EACH.filter(({ part, hides }) => part in counted && (hides === "always" || isFlowHidden));
  return {
    none: byPart<Partial<Record<Part, null>>>((each) => (hidden.includes(each) ? null : undefined)),
    withheld: hidden.flatMap(({ part, hides, forHost }) =>
      hides === "always" && !forHost && counted[part] ? [part as HiddenPart] : [],
    ),
  };
}

/** [Z11] Results without what still changes or comes after the class first saw them. */
export function withoutLateParts<Whole extends object>(results: Whole): Omit<Whole, LatePart | LaterPart> {
  const late: readonly string[] = EACH.flatMap(({ part, afterwards, laterTally }) =>
    afterwards || laterTally ? [part] : [],
  );
  const rest = Object.entries(results).filter(([part]) => !late.includes(part));
  return Object.fromEntries(rest) as Omit<Whole, LatePart | LaterPart>;
}

/** [P35] What votes after the lesson add to results, of those that are over `now`. */
export const laterPartsOf = (results: SomeParts, now: SomeParts = results) =>
  byPart<Later>(({ part, laterTally }) => (laterTally && now[part] && results[part]) || undefined);

/** Their tallies. */
export const laterTalliesOf = (results: SomeParts) =>
  EACH.flatMap(({ part, laterTally }) =>
    laterTally && results[part] ? [laterTally(results[part] as never)] : [],
  );

/** [Z11] The parts that still change after the class first saw its results, counted now. */
export const latePartsOf = (now: Counted, first: Shown) =>
  byPart<Pick<Counted, LatePart>>(
    ({ part, afterwards }) => afterwards && now[part] && afterwards(now[part] as never, first),
  );

/** [V14] What the reveal shows, each from its step on. */
export const revealOfActivities = (shown: Pick<Counted, RevealedPart>) =>
  byPart<{ [Name in RevealedPart]: [With<"step">["step"], Counted[Name]] }>(
    ({ part, step }) => step && [step, (shown as Counted)[part]],
  );

/** [V14] Their own steps that have nothing to show in a session. */
export const emptySteps = (shown: Shown, settings: Chosen): ActivityStep[] =>
  EACH.flatMap(({ ownStep }) =>
    !ownStep || (hasStep(ownStep.name, settings) && ownStep.hasSomething(shown)) ? [] : [ownStep.name],
  );

/** What they add to a student's card, of their own state and, once the class may read them, of the results. */
export const cardOfActivities = (own: OwnForCard, shown: ShownOnCard) =>
  merged(EACH.flatMap(({ card }) => card?.(own as never, shown as never) ?? [])) as Merged<
    ReturnType<With<"card">["card"]>
  >;
