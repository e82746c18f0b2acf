import type { z } from "zod";
import type { Activity } from "#debate/activities/activity.ts";
import type * as messages from "#debate/activities/guess/messages.ts";
import { present } from "#debate/rules/present.ts";
import { ANONYMOUS, FILES, NAMES } from "#debate/rules/promise-terms.ts";
import { IDENTITIES } from "#debate/rules/session-options.ts";

/** A guess of the share For in the last vote, in whole percent. */
export type Guess = { participantId: string; share: number };
export type CastGuess = z.infer<typeof messages.CastGuess>;

/** [M12] The guesses of the share (0..100) that is For in the last vote, beside the true one. */
export type Guesses = z.infer<typeof messages.Guesses>;
/** Guesses are drawn in steps of five percent. */
export const GUESS_STEP = 5;

export const guess = {
  name: "guess",
  presets: ["lesson", "seminar"],
  open: { in: "results", step: "guess" },
  isQuiet: true,
  step: { name: "guess", after: "covered" },
  chart: { name: "guess", part: "guess", step: "flow" },
  sends: {
    "guess:cast": {
      from: ["student"],
      keeps: {
        subject: () => "guess",
        confirmed: ({ share }: CastGuess) => ({ guess: share }),
        onlyIn: "results",
      },
    },
  },
  /** [V16] It was about votes that are no longer the last. */
  ownUntilVote: ["guess"],
  promise: {
    guess: {
      says: "who guessed what",
      visibleTo: [
        [IDENTITIES, ["self"], "results"],
        [NAMES, ["files"], "results"],
      ],
    },
    guesses: {
      says: "what the class guessed, without who",
      visibleTo: [
        [NAMES, ["reader", ...FILES], "results"],
        [ANONYMOUS, ["reader", ...FILES], "groups"],
      ],
    },
    guessesByCamp: {
      says: "the same, by how they had first voted",
      visibleTo: [[NAMES, ["host"], "results"]],
    },
  },
  /** `guessed`: how many of those who stayed have guessed. */
  view: (role, { step, guessed }: { step: string | null; guessed?: number }) =>
    role !== "student" && step === "guess" ? present({ guessed }) : {},
} as const satisfies Activity;
