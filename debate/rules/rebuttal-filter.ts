import { searchable, wordsOf } from "#debate/content/searching.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** What a reader of rebuttals looks for. */
export type Filter = {
  words: string;
  side: Side | null;
  /** The paragraph that is quoted. */
  paragraph: { side: Side; n: number } | null;
  /** One's own, what stands for them, and what answers these. */
  mine: boolean;
};

export const NO_FILTER: Filter = { words: "", side: null, paragraph: null, mine: false };

export function isFiltering({ words, side, paragraph, mine }: Filter): boolean {
  return wordsOf(words).length > 0 || side !== null || paragraph !== null || mine;
}

/**
 * [R27] Those that have all of it; words may be those of the rebuttal, of its quotation or of its authors' names. `own`: the ids of
 * one's own, also of those that are not in the list, and of what stands for them [R32].
 */
export function filtered(
  rebuttals: readonly Rebuttal[],
  { words, side, paragraph, mine }: Filter,
  own: ReadonlySet<string> = new Set(),
): Rebuttal[] {
  const wanted = wordsOf(words);
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
