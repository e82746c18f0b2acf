import { searchable, wordsOf } from "#debate/content/searching.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** What a reader of rebuttals looks for. */
export type Filter = {
  words: string;
  side: Side | null;
  /** The paragraph that is quoted. */
  paragraph: { side: Side; n: number } | null;
  /** One's own, and what answers them. */
  mine: boolean;
};

export const NO_FILTER: Filter = { words: "", side: null, paragraph: null, mine: false };

export function isFiltering({ words, side, paragraph, mine }: Filter): boolean {
  return wordsOf(words).length > 0 || side !== null || paragraph !== null || mine;
}

/** [R27] Those that have all of it; words may be those of the rebuttal, of its quotation or of its authors' names. */
export function filtered(
  rebuttals: readonly Rebuttal[],
  { words, side, paragraph, mine }: Filter,
  isMine: (rebuttal: Pick<Rebuttal, "id" | "by">) => boolean = () => false,
): Rebuttal[] {
  const wanted = wordsOf(words);
  const own = new Set(mine ? rebuttals.filter(isMine).map(({ id }) => id) : []);
  return rebuttals.filter((rebuttal) => {
    const { quote, replyTo = "", by, with: others = [] } = rebuttal;
    if (side && rebuttal.side !== side) return false;
    if (paragraph && (quote?.side !== paragraph.side || quote.n !== paragraph.n)) return false;
    if (mine && !own.has(rebuttal.id) && !own.has(replyTo)) return false;
    if (wanted.length === 0) return true;
    const text = searchable([rebuttal.body, quote?.exact, by, ...others].filter(Boolean).join("\n"));
    return wanted.every((word) => text.includes(word));
  });
}
