import { REASON_LENGTH } from "#debate/rules/rebuttal-terms.ts";

/** [R42] What a report can say in one press. */
export const REASONS = ["insult", "private", "offTopic", "else"] as const;
export type Reason = (typeof REASONS)[number];

/** Of the words that may be added: a reason stands before them. */
export const WORDS_LENGTH = REASON_LENGTH - 40;

/** The reason as the host reads it. */
export function reasonWith(reason: string, words: string): string {
  return words.trim() === "" ? reason : `${reason}: ${words.trim()}`;
}
