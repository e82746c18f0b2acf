import type { z } from "zod";
import type { CountedBallot, CountedRebuttal, CountingInput } from "#debate/counting/input.ts";
import type { Reception } from "#debate/counting/ranking.ts";
import { emptyTally, type Tally, total, type Voters } from "#debate/counting/tally.ts";
import type * as results from "#debate/protocol/answers/results-answer.ts";
import { CHOICES, type Choice, type Side } from "#debate/rules/choices.ts";
import { authorsOf } from "#debate/rules/merging.ts";

/** The shortest reason that makes a credit count, in characters. */
export const WHY_TO_COUNT = 50;
/** Japanese and Chinese characters, which say as much as two letters. */
const WIDE = /[\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\u{20000}-\u{3ffff}]/u;

/** [C2] How long a reason is, in letters. */
export function lengthOfWhy(why: string): number {
  return [...why.trim()].reduce((length, each) => length + (WIDE.test(each) ? 2 : 1), 0);
}

/**
 * [C6] Who gave the credits, in people: by their last vote (`toward`), and by their first, their camp; `uncamped` did not vote
 * first. Both sum to the credits. They may have voted the same both times: they say how they would have voted without it.
 */
export type Movers = z.infer<typeof results.Movers>;

/** Credits that count, by rebuttal id and by paragraph key. */
export type Credits = { rebuttals: Map<string, Movers>; paragraphs: Map<string, Movers> };

/**
 * The response to one paragraph: rebuttals that quote it, their endorsements by the endorsers' camp, credits that
 * count, and whether no rebuttal quotes it.
 */
export type ParagraphHeat = Omit<Paragraph, "endorsements" | "credits" | "movers"> & {
  endorsements: Tally;
  credits: number;
  movers: Movers;
};
type Paragraph = z.infer<typeof results.ParagraphResult>;

/**
 * Whether an after ballot's credit counts as persuasion: [C1] only if the voter would have voted differently without
 * it, and [C2] only with a reason of 50 characters or more, 25 in Japanese.
 */
export function persuades({ choice, credit }: CountedBallot): boolean {
  if (credit?.without === undefined || credit.without === choice) return false;
  return lengthOfWhy(credit.why ?? "") >= WHY_TO_COUNT;
}

/**
 * Where credit to a rebuttal goes, by its id: [R30] to what it was merged into, and never from an author of these. [R33] In an anonymous
 * session only never from its own author: whose credit is left out would tell whose words are in it.
 */
export type Credited = ReadonlyMap<string, { id: string; authors: ReadonlySet<string> }>;
type Creditable = Pick<CountedRebuttal, "id" | "participantId" | "merged">;

export function creditedBy(rebuttals: readonly Creditable[], isAnonymous = false): Credited {
  return new Map(
    rebuttals.flatMap(({ id, participantId, merged = [] }) => {
      const all = [{ id, participantId }, ...merged];
      const authors = authorsOf({ participantId, merged });
      return all.map((each) => {
        const excluded = isAnonymous ? new Set([each.participantId]) : authors;
        return [each.id, { id, authors: excluded }] as const;
      });
    }),
  );
}

/** Whether an after ballot's credit counts: it persuades, and [C3] is not to one's own or a missing rebuttal. */
export function creditCounts(after: CountedBallot, credited: Credited): boolean {
  const { rebuttalId, paragraph } = after.credit ?? {};
  if (!persuades(after)) return false;
  if (rebuttalId === undefined) return paragraph !== undefined;
  const rebuttal = credited.get(rebuttalId);
  return rebuttal !== undefined && !rebuttal.authors.has(after.participantId);
}

/** The credits of after ballots that count: [C4] one per person, where a rebuttal goes before a paragraph. */
export function creditsThatCount(
  voters: Voters,
  rebuttals: readonly Creditable[],
  isAnonymous = false,
): Credits {
  const credited = creditedBy(rebuttals, isAnonymous);
  const credits: Credits = { rebuttals: new Map(), paragraphs: new Map() };
  for (const { before, after } of voters.values()) {
    if (!after || !creditCounts(after, credited)) continue;
    const { rebuttalId, paragraph } = after.credit ?? {};
    const rebuttal = credited.get(rebuttalId ?? "");
    if (rebuttal) add(credits.rebuttals, rebuttal.id, after.choice, before?.choice);
    else if (paragraph) add(credits.paragraphs, paragraphKey(paragraph), after.choice, before?.choice);
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
      const movers = credits.paragraphs.get(key) ?? noMovers();
      const credited = total(movers.toward);
      return { side, n, quotes, endorsements, credits: credited, movers, unanswered: quotes === 0 };
    }),
  );
}

function paragraphKey({ side, n }: { side: Side; n: number }): string {
  return `${side} ${n}`;
}

export const noMovers = (): Movers => ({ toward: emptyTally(), camps: emptyTally(), uncamped: 0 });

function add(counts: Map<string, Movers>, key: string, vote: Choice, camp: Choice | undefined): void {
  const movers = counts.get(key) ?? noMovers();
  movers.toward[vote] += 1;
  if (camp) movers.camps[camp] += 1;
  else movers.uncamped += 1;
  counts.set(key, movers);
}
