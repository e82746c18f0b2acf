import type { Quote } from "#debate/rules/rebuttals.ts";

type Said = { body: string; source?: string | undefined; quote?: Quote | undefined };

/** [R21] Everything of a rebuttal that its author can change, as one text. A file without more, since every page loads it. */
export function changeable({ body, source = "", quote }: Said): string {
  return JSON.stringify([body, source, quote && [quote.side, quote.n, quote.exact]]);
}
