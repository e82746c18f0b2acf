import type { Position } from "#debate/content/debate.ts";
import { sentencesOf } from "#debate/content/sentences.ts";

/** A claim that is longer than this is no sentence that a class reads together. */
const CLAIM_LETTERS = 320;

/** [V30] What a position claims first: its first sentence. */
export function claimOf({ paragraphs }: Position): string {
  const claim = sentencesOf(paragraphs[0]?.text ?? "")[0]?.trim() ?? "";
  const letters = [...claim];
  return letters.length > CLAIM_LETTERS ? `${letters.slice(0, CLAIM_LETTERS).join("").trimEnd()} …` : claim;
}
