import { quotedSpans, type Span } from "#app/results/positions/quoted-spans.ts";
import { asRead, type ReadDebate } from "#debate/content/versions.ts";
import type { RebuttalResult } from "#debate/counting/results.ts";
import type { Side } from "#debate/rules/choices.ts";

type Place = { side: Side; n: number };

/** Ids of what the results link to and back from. */
export const anchorOf = {
  rebuttal: (id: string) => `rebuttal-${id}`,
  paragraph: ({ side, n }: Place) => `paragraph-${side}-${n}`,
  sentence: (place: Place, index: number) => `sentence-${place.side}-${place.n}-${index}`,
  answers: ({ side, n }: Place) => `answers-${side}-${n}`,
  credits: (what: string | Place) => `moved-by-${typeof what === "string" ? what : `${what.side}-${what.n}`}`,
};

/** From what was quoted to what answers it, and back. */
export type Trail = {
  /** A paragraph, cut where rebuttals quote it. */
  spansOf: (place: Place) => readonly Span[];
  /** The anchor of what a rebuttal answers: a sentence, else its paragraph, or a rebuttal; null if neither is shown. */
  answered: (rebuttal: RebuttalResult) => string | null;
  repliesTo: (id: string) => readonly RebuttalResult[];
};

export function trailOf(debate: ReadDebate, rebuttals: readonly RebuttalResult[]): Trail {
  const keyOf = ({ side, n }: Place) => `${side} ${n}`;
  const shown = new Set(rebuttals.map(({ id }) => id));
  const spans = new Map<string, Span[]>();
  const sentences = new Map<string, string>();
  for (const { side, paragraphs } of debate.positions)
    for (const { n, text } of paragraphs) {
      const quotations = rebuttals.flatMap(({ id, quote }) =>
        quote?.side === side && quote.n === n ? [{ id, exact: asRead(debate, quote) ?? quote.exact }] : [],
      );
      const cut = quotedSpans(text, quotations);
      spans.set(keyOf({ side, n }), cut);
      for (const { id } of quotations) sentences.set(id, anchorOf.paragraph({ side, n }));
      for (const [index, { answeredBy }] of cut.entries())
        for (const id of answeredBy) sentences.set(id, anchorOf.sentence({ side, n }, index));
    }
  return {
    spansOf: (place) => spans.get(keyOf(place)) ?? [],
    answered: ({ id, replyTo }) =>
      replyTo !== undefined && shown.has(replyTo) ? anchorOf.rebuttal(replyTo) : (sentences.get(id) ?? null),
    repliesTo: (id) => rebuttals.filter(({ replyTo }) => replyTo === id),
  };
}
