import type { Paragraph } from "#debate/content/debate.ts";

/** [D2] Texts as numbered paragraphs. */
export const numbered = (texts: readonly string[]): Paragraph[] =>
  texts.map((text, index) => ({ n: index + 1, text }));
