import { drained, STRIDE } from "#debate/counting/drained.ts";
import type { CountedRebuttal, Encounter } from "#debate/counting/input.ts";
import { emptyTally, type Tally, total } from "#debate/counting/tally.ts";
import { type Choice, SIDES } from "#debate/rules/choices.ts";

/** A rebuttal's reception, in people by camp; `uncamped` endorsers did not vote before. */
export type Reception = {
  endorsements: Tally;
  uncamped: number;
  /** How many people of each camp were shown it. */
  exposed: Tally;
  standing: number;
  /** How many people of the camps For and Against were shown it; the standing is computed from them. */
  seen: number;
  replies: number;
  /** [K8] Whether both camps found it persuasive. */
  isCommonGround: boolean;
};

/** What the order looks at; `at` is milliseconds since the epoch. */
export type Ranked = Omit<Reception, "isCommonGround" | "exposed"> & { id: string; at: number };

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

/** [K8] At least 60 % of those who saw it endorsed it in the camp For and in the camp Against, of at least five in each. */
export function isCommonGround(endorsed: Tally, exposed: Tally): boolean {
  return SIDES.every((side) => exposed[side] >= FEWEST_READERS && 5 * endorsed[side] >= 3 * exposed[side]);
}

export function isStandingTold({
  standing,
  seen,
}: {
  standing: number | null;
  seen: number | null;
}): boolean {
  return standing !== null && (seen ?? 0) >= FEWEST_READERS;
}

type Received = Pick<CountedRebuttal, "id" | "participantId" | "replyTo">;

/**
 * The rebuttals in the given order, with their reception. [K1] A camp is those who voted alike before; latecomers are
 * in none. [K3] An endorsement implies exposure, and repeating either changes nothing. [K4] Authors' own endorsements
 * and exposures do not count.
 */
export function* receiveInSlices<T extends Received>(
  rebuttals: readonly T[],
  endorsements: readonly Encounter[],
  exposures: readonly Encounter[],
  campOf: CampOf,
): Generator<void, (T & Reception)[]> {
  const endorsersOf = yield* readersByRebuttal(endorsements);
  const shownTo = yield* readersByRebuttal(exposures);
  const replies = repliesTo(rebuttals);
  const received: (T & Reception)[] = [];
  let looked = 0;
  for (const rebuttal of rebuttals) {
    const { id, participantId: author } = rebuttal;
    const endorsers = new Set(endorsersOf.get(id));
    const readers = new Set(shownTo.get(id));
    for (const endorser of endorsers) readers.add(endorser);
    endorsers.delete(author);
    readers.delete(author);
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
    });
    looked += 1 + readers.size;
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

/** [K5] A new array sorted by opponents' choice: standing, then endorsements, then age. */
export function rank<T extends Ranked>(rebuttals: readonly T[]): T[] {
  return [...rebuttals].sort(
    (one, other) =>
      other.standing - one.standing ||
      endorsers(other) - endorsers(one) ||
      one.at - other.at ||
      (one.id < other.id ? -1 : 1),
  );
}

const endorsers = (ranked: Ranked) => total(ranked.endorsements) + ranked.uncamped;

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
