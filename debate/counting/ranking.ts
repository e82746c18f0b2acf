import { drained, STRIDE } from "#debate/counting/drained.ts";
import type { CountedRebuttal, Encounter } from "#debate/counting/input.ts";
import { emptyTally, type Tally, total } from "#debate/counting/tally.ts";
import { type Choice, SIDES } from "#debate/rules/choices.ts";
import { authorsOf } from "#debate/rules/merging.ts";

/** A rebuttal's reception, in people by camp; `uncamped` endorsers did not vote before. */
export type Reception = {
  endorsements: Tally;
  uncamped: number;
  /** How many people of each camp were shown it, or [K4] wrote it. */
  exposed: Tally;
  standing: number;
  /** How many people of the camps For and Against are among `exposed`; the standing is computed from them. */
  seen: number;
  replies: number;
  /** [K8] Whether both camps found it persuasive. */
  isCommonGround: boolean;
  /** [K11] Its standing among the common ground that the class sees, the highest first; null if the class does not see it. */
  publicStanding: number | null;
};

type Aged = { id: string; at: number };

/** What the order looks at; `at` is milliseconds since the epoch. */
export type Ranked = Omit<Reception, "isCommonGround" | "exposed" | "publicStanding"> & Aged;

/** A participant's camp: the choice in the before ballot, if there is one. */
export type CampOf = (participantId: string) => Choice | undefined;

/**
 * [K2] Opponents' choice, 0..1: smoothed approval `(endorsed + 1) / (exposed + 2)` multiplied over the
 * camps For and Against, so that a majority cannot like itself to the top.
 */
export function standing(endorsed: Tally, exposed: Tally): number {
  let [numerator, denominator] = [1, 1];
  for (const side of SIDES) {
    numerator *= endorsed[side] + 1;
    denominator *= exposed[side] + 2;
  }
  return numerator / denominator;
}

/** [K7] [K8] Of fewer readers a standing says more about the smoothing than about them. */
const FEWEST_READERS = 5;
/** [K11] */
const FEWEST_ENDORSERS = 5;

/** [K8] At least 60 % of those who saw it endorsed it in the camp For and in the camp Against, of at least five in each. */
export function isCommonGround(endorsed: Tally, exposed: Tally): boolean {
  return SIDES.every((side) => exposed[side] >= FEWEST_READERS && 5 * endorsed[side] >= 3 * exposed[side]);
}

/**
 * [K11] The standing of common ground that the class sees, null if it does not: at least five endorsers in each
 * camp. Authors count as if they had endorsed it, like anyone else who did, and one for each is then taken off both camps: neither the
 * choice nor the order would differ if an author and an endorser had swapped their votes.
 */
export function publicStanding(endorsed: Tally, exposed: Tally, authors: readonly (Choice | undefined)[]) {
  const withAuthors = { ...endorsed };
  for (const camp of authors) if (camp) withAuthors[camp] += 1;
  const fewest = { ...withAuthors };
  for (const side of SIDES) fewest[side] -= authors.length;
  const isTold = SIDES.every((side) => fewest[side] >= FEWEST_ENDORSERS) && isCommonGround(fewest, exposed);
  return isTold ? standing(withAuthors, exposed) : null;
}

export function isStandingPublic({
  standing,
  seen,
}: {
  standing: number | null;
  seen: number | null;
}): boolean {
  return standing !== null && (seen ?? 0) >= FEWEST_READERS;
}

type Received = Pick<CountedRebuttal, "id" | "participantId" | "replyTo" | "merged">;

/**
 * The rebuttals in the given order, with their reception. [K1] A camp is those who voted alike before; latecomers are
 * in none. [K3] An endorsement implies exposure, and repeating either changes nothing. [K4] Authors count as readers, and never
 * as endorsers: a camp with one reader fewer would tell how they voted.
 */
export function* receiveInSlices<T extends Received>(
  rebuttals: readonly T[],
  endorsements: readonly Encounter[],
  exposures: readonly Encounter[],
  campOf: CampOf,
): Generator<void, (T & Reception)[]> {
  const endorsedBy = yield* readersByRebuttal(endorsements);
  const shownTo = yield* readersByRebuttal(exposures);
  const replies = repliesTo(rebuttals);
  const received: (T & Reception)[] = [];
  let looked = 0;
  for (const rebuttal of rebuttals) {
    const { id } = rebuttal;
    const authors = authorsOf(rebuttal);
    const endorsers = new Set(endorsedBy.get(id));
    const readers = new Set([...(shownTo.get(id) ?? []), ...endorsers, ...authors]);
    for (const author of authors) endorsers.delete(author);
    const endorsed = byCamp(endorsers, campOf);
    const exposed = byCamp(readers, campOf);
    received.push({
      ...rebuttal,
      endorsements: endorsed,
      uncamped: endorsers.size - total(endorsed),
      exposed,
      standing: standing(endorsed, exposed),
      seen: exposed.for + exposed.against,
      replies: replies.get(id) ?? 0,
      isCommonGround: isCommonGround(endorsed, exposed),
      publicStanding: publicStanding(endorsed, exposed, [...authors].map(campOf)),
    });
    looked += readers.size;
    if (looked < STRIDE) continue;
    yield;
    looked = 0;
  }
  return received;
}

/** The same all at once. */
export const receive = <T extends Received>(
  ...given: Parameters<typeof receiveInSlices<T>>
): (T & Reception)[] => drained(receiveInSlices(...given));

/** [K5] A new array sorted by opponents' choice: someone endorsed it, then standing, then endorsements, then age. */
export function rank<T extends Ranked>(rebuttals: readonly T[]): T[] {
  return [...rebuttals].sort(
    (one, other) =>
      Number(endorsersOf(other) > 0) - Number(endorsersOf(one) > 0) ||
      other.standing - one.standing ||
      endorsersOf(other) - endorsersOf(one) ||
      byAge(one, other),
  );
}

/** [K10] A new array sorted by endorsements of all, then age: an order that follows from no camp. */
export function mostEndorsed<T extends Aged>(
  rebuttals: readonly T[],
  endorsed: (rebuttal: T) => number,
): T[] {
  return [...rebuttals].sort((one, other) => endorsed(other) - endorsed(one) || byAge(one, other));
}

const byAge = (one: Aged, other: Aged) => one.at - other.at || (one.id < other.id ? -1 : 1);

/** How many people endorsed it, of all camps and none. */
export const endorsersOf = ({ endorsements, uncamped }: Pick<Ranked, "endorsements" | "uncamped">) =>
  total(endorsements) + uncamped;

/** [K11] Ids of the common ground that the class sees, the highest standing first, then the most endorsed. */
export function publicCommonGround(received: readonly (Aged & Reception)[]): string[] {
  const told = received.filter((each) => each.publicStanding !== null);
  return mostEndorsed(told, endorsersOf)
    .sort((one, other) => (other.publicStanding ?? 0) - (one.publicStanding ?? 0))
    .map(({ id }) => id);
}

/** Participants by the rebuttal that they endorsed or were shown. */
export function* readersByRebuttal(encounters: readonly Encounter[]): Generator<void, Map<string, string[]>> {
  const readers = new Map<string, string[]>();
  let looked = 0;
  for (const { rebuttalId, participantIds } of encounters) {
    const known = readers.get(rebuttalId);
    if (known) for (const participantId of participantIds) known.push(participantId);
    else readers.set(rebuttalId, [...participantIds]);
    looked += participantIds.length;
    if (looked < STRIDE) continue;
    yield;
    looked = 0;
  }
  return readers;
}

function repliesTo(rebuttals: readonly Pick<CountedRebuttal, "replyTo">[]): Map<string, number> {
  const replies = new Map<string, number>();
  for (const { replyTo } of rebuttals) {
    if (replyTo !== undefined) replies.set(replyTo, (replies.get(replyTo) ?? 0) + 1);
  }
  return replies;
}

function byCamp(people: Iterable<string>, campOf: CampOf): Tally {
  const tally = emptyTally();
  for (const participantId of people) {
    const camp = campOf(participantId);
    if (camp) tally[camp] += 1;
  }
  return tally;
}
