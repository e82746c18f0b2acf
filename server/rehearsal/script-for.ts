import type { Debate } from "#debate/content/debate.ts";
import { EXAMPLE_DEBATE } from "#debate/content/example-debate.ts";
import { sentencesOf } from "#debate/content/sentences.ts";
import { QUOTE_LENGTH } from "#debate/protocol/messages.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { Language } from "#debate/rules/languages.ts";
import { BUILT_IN_SCRIPT } from "#server/rehearsal/built-in-words.ts";
import { GENERAL_WORDS } from "#server/rehearsal/general-words.ts";
import type { Quote, Script } from "#server/rehearsal/script.ts";

/** The language in which a class speaks about a debate. */
export function languageOf({ lang }: Debate): Language {
  return lang?.startsWith("ja") ? "ja" : "en";
}

/** The words for a debate: its own for the built-in one, else general ones in its language, with quotations from it. */
export function scriptFor(debate: Debate): Script {
  if (debate.id === EXAMPLE_DEBATE) return BUILT_IN_SCRIPT;
  const { rebuttals, ...words } = GENERAL_WORDS[languageOf(debate)];
  return {
    ...words,
    rebuttals: rebuttals.map(({ answers, ...rebuttal }) => {
      const quote = answers && quoteOf(debate, answers.side, answers.place);
      return { ...rebuttal, ...(quote && { quote }) };
    }),
  };
}

/** [R3] The first sentence of a paragraph; `place` counts from 0, and starts again after the last paragraph. */
function quoteOf({ positions }: Debate, side: Side, place: number): Quote | null {
  const paragraphs = positions.find((each) => each.side === side)?.paragraphs ?? [];
  const paragraph = paragraphs[place % paragraphs.length];
  const exact = sentencesOf(paragraph?.text ?? "")[0]?.trim() ?? "";
  return paragraph && exact !== "" && exact.length <= QUOTE_LENGTH ? { side, n: paragraph.n, exact } : null;
}
