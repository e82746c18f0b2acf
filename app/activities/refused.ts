import { refusedGuess } from "#app/activities/guess/refused.ts";
import type { KeptMessage } from "#debate/activities/keeping.ts";
import type { Refusal } from "#debate/rules/result.ts";

type Words = ReturnType<typeof refusedGuess>;

/** What leaves no trace on a phone if it is refused, so that it is said once: in words of `student`, or null for those of the code. */
export const SAID_IF_REFUSED: { [Name in KeptMessage["name"]]?: (code: Refusal) => Words } = {
  "guess:cast": refusedGuess,
};
