import type { z } from "zod";
import type * as answers from "#debate/protocol/answers/phase-state.ts";
import type { Choice, Round, Side } from "#debate/rules/choices.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";

/** [P18] How many people of the other side each text is given to, as far as there are enough. */
export const RATERS = 2;
/** The most characters of why a text is fair, or is not what they mean. */
export const WHY_LENGTH = 140;

/** What someone of the other side said of a text. */
export type SteelmanScore = OwnSteelman["scores"][number];

/** [P16] The text of a student, as they see it. */
export type OwnSteelman = z.infer<typeof answers.OwnSteelman>;

/** A text that a student was given to rate, and what they said of it. */
export type GivenSteelman = z.infer<typeof answers.GivenSteelman>;

/** A text as host and assistant read it. [P19] `by` and `scores` for the host alone. */
export type HostsSteelman = z.infer<typeof answers.HostsSteelman>;

/** The choice of a seat's newest vote; null without any. */
export function standingChoice(votes: { [round in Round]?: Choice | undefined }): Choice | null {
  return votes.after ?? votes.reading ?? votes.before ?? null;
}

export function otherSide(side: Side): Side {
  return side === "for" ? "against" : "for";
}

/** [P16] The side that someone argues for: the other one than that of the newest vote. Undecided people choose. */
export function sideToArgue(choice: Choice | null, chosen: Side | undefined): Result<Side> {
  if (choice === "for" || choice === "against") {
    const side = otherSide(choice);
    return chosen === undefined || chosen === side ? accept(side) : refuse("malformed", "side: your own");
  }
  return chosen ? accept(chosen) : refuse("malformed", "side: choose one");
}

/** [P18] Of texts that someone may rate, one of those that the fewest people were given. `draw`: a whole number below. */
export function fairest<Text extends { given: number }>(
  texts: readonly Text[],
  draw: (below: number) => number,
): Text | null {
  const least = Math.min(...texts.map(({ given }) => given));
  const behind = texts.filter(({ given }) => given === least);
  return behind[draw(Math.max(1, behind.length))] ?? null;
}
