import type { CountedBallot, CountedRebuttal, CountingInput } from "#debate/counting/input.ts";
import type { Reception } from "#debate/counting/ranking.ts";
import { emptyTally, type Tally, type Voters } from "#debate/counting/tally.ts";
import { CHOICES, type Side } from "#debate/rules/choices.ts";

/** The shortest reason that makes a credit count, in characters. */
export const WHY_TO_COUNT = 50;

/** Credits that count, by rebuttal id and by paragraph key. */
export type Credits = { rebuttals: Map<string, number>; paragraphs: Map<string, number> };

/**
 * The response to one paragraph: rebuttals that quote it, their endorsements by the endorsers' camp, credits that
 * count, and whether no rebuttal quotes it.
 */
export type ParagraphHeat = {
  side: Side;
  n: number;
  quotes: number;
  endorsements: Tally;
  credits: number;
  unanswered: boolean;
};

/**
 * Whether an after ballot's credit counts as persuasion: [C1] only if the voter would have voted differently without
 * it, and [C2] only with a reason of 50 characters or more after trimming.
 */
export function persuades({ choice, credit }: CountedBallot): boolean {
  if (credit?.without === undefined || credit.without === choice) return false;
  return [...(credit.why ?? "").trim()].length >= WHY_TO_COUNT;
}

/**
 * The credits of after ballots that count: [C3] not those to one's own or a missing rebuttal, and [C4] one per
 * person, where a rebuttal goes before a paragraph.
 */
export function creditsThatCount(
  voters: Voters,
  rebuttals: readonly Pick<CountedRebuttal, "id" | "participantId">[],
): Credits {
  const authors = new Map(rebuttals.map((rebuttal) => [rebuttal.id, rebuttal.participantId]));
  const credits: Credits = { rebuttals: new Map(), paragraphs: new Map() };
  for (const { after } of voters.values()) {
    if (!after?.credit || !persuades(after)) continue;
    const { rebuttalId, paragraph } = after.credit;
    if (rebuttalId !== undefined) {
      const author = authors.get(rebuttalId);
      const isAnothers = author !== undefined && author !== after.participantId;
      if (isAnothers) add(credits.rebuttals, rebuttalId);
    } else if (paragraph) add(credits.paragraphs, paragraphKey(paragraph));
  }
  return credits;
}

/** [C5] The heat of every paragraph of the positions, in their order. */
export function heat(
  positions: CountingInput["positions"],
  rebuttals: readonly (Pick<CountedRebuttal, "quote"> & Reception)[],
  credits: Credits,
): ParagraphHeat[] {
  const quoted = new Map<string, { quotes: number; endorsements: Tally }>();
  for (const { quote, endorsements } of rebuttals) {
    if (!quote) continue;
    const key = paragraphKey(quote);
    const heat = quoted.get(key) ?? { quotes: 0, endorsements: emptyTally() };
    heat.quotes += 1;
    for (const camp of CHOICES) heat.endorsements[camp] += endorsements[camp];
    quoted.set(key, heat);
  }
  return positions.flatMap(({ side, paragraphs }) =>
    paragraphs.map(({ n }) => {
      const key = paragraphKey({ side, n });
      const { quotes, endorsements } = quoted.get(key) ?? { quotes: 0, endorsements: emptyTally() };
      const credited = credits.paragraphs.get(key) ?? 0;
      return { side, n, quotes, endorsements, credits: credited, unanswered: quotes === 0 };
    }),
  );
}

function paragraphKey({ side, n }: { side: Side; n: number }): string {
  return `${side} ${n}`;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
