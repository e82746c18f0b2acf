import { studentWithin } from "#debate/counting/distributions.ts";
import type { CountedRebuttal, CountingInput, Encounter } from "#debate/counting/input.ts";
import type { Interval } from "#debate/counting/movement.ts";
import { type CampOf, type Reception, receiveInSlices } from "#debate/counting/ranking.ts";
import { OPPOSITE } from "#debate/rules/choices.ts";

/**
 * [X15] One half of the writers: how many counted, and the mean of their shares, 0..1, of readers in the other camp whom their
 * rebuttals persuaded; null where too few counted.
 */
export type StarterHalf = { writers: number; share: number | null };
/** [X15] Writers who were offered starters beside those who were not. `points`: percentage points more with starters. */
export type StarterEffect = {
  offered: StarterHalf;
  others: StarterHalf;
  difference: { points: number; interval: Interval } | null;
};

/** [X15] Of fewer readers a share says little, and of fewer writers their mean; see decision 0047. */
const FEWEST_READERS = 5;
const FEWEST_WRITERS = 8;
/** What adding up shares leaves of an error of 0. */
const NOTHING = 1e-9;

type Received = Pick<CountedRebuttal, "participantId" | "side"> & Pick<Reception, "endorsements" | "exposed">;

/** [X15] What each rebuttal received as if none were merged, since a merge can have writers of both halves. */
export function* receivedApartInSlices(
  received: readonly (CountedRebuttal & Reception)[],
  { endorsements, exposures }: Pick<CountingInput, "endorsements" | "exposures">,
  campOf: CampOf,
): Generator<void, Received[]> {
  const heads = received.filter(({ merged = [] }) => merged.length > 0);
  const ids = new Set(heads.map(({ id }) => id));
  const written = heads.flatMap(({ id, participantId, side, merged = [] }) =>
    [{ id, participantId }, ...merged].map((each) => ({ ...each, side })),
  );
  const apart = (encounters: readonly Encounter[]) =>
    encounters
      .filter(({ rebuttalId }) => ids.has(rebuttalId))
      .map(({ rebuttalId, participantIds, merged }) => ({
        rebuttalId: merged ?? rebuttalId,
        participantIds,
      }));
  const ofMerges = yield* receiveInSlices(written, apart(endorsements), apart(exposures), campOf);
  return [...received.filter(({ id }) => !ids.has(id)), ...ofMerges];
}

/** [X15] `offered`: whether each seat was offered starters. Only of those for which it was drawn. */
export function starterEffect(
  rebuttals: readonly Received[],
  offered: ReadonlyMap<string, boolean>,
): StarterEffect {
  const writers = new Map<string, { endorsed: number; readers: number }>();
  for (const { participantId, side, endorsements, exposed } of rebuttals) {
    if (!offered.has(participantId)) continue;
    const known = writers.get(participantId) ?? { endorsed: 0, readers: 0 };
    known.endorsed += endorsements[OPPOSITE[side]];
    known.readers += exposed[OPPOSITE[side]];
    writers.set(participantId, known);
  }
  const sharesOf = (half: boolean) =>
    [...writers].flatMap(([id, { endorsed, readers }]) =>
      offered.get(id) === half && readers >= FEWEST_READERS ? [endorsed / readers] : [],
    );
  const halves = { offered: sharesOf(true), others: sharesOf(false) };
  const told = (shares: number[]) => ({
    writers: shares.length,
    share: shares.length < FEWEST_WRITERS ? null : meanOf(shares),
  });
  return {
    offered: told(halves.offered),
    others: told(halves.others),
    difference: differenceOf(halves.offered, halves.others),
  };
}

/** Welch's interval for the difference of two means, of writers and not of readers: a writer is what was drawn. Null where nobody differs. */
function differenceOf(some: number[], others: number[]): StarterEffect["difference"] {
  if (Math.min(some.length, others.length) < FEWEST_WRITERS) return null;
  const [one, two] = [errorOf(some), errorOf(others)];
  const error = Math.sqrt(one + two);
  if (error < NOTHING) return null;
  const freedom = (one + two) ** 2 / (one ** 2 / (some.length - 1) + two ** 2 / (others.length - 1));
  const points = 100 * (meanOf(some) - meanOf(others));
  const reach = 100 * studentWithin(0.95, Math.floor(freedom)) * error;
  return { points, interval: [Math.max(-100, points - reach), Math.min(100, points + reach)] };
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The squared standard error of a mean. */
function errorOf(values: readonly number[]): number {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return squares / (values.length - 1) / values.length;
}
