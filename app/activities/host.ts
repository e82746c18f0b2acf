import { halfThatVotes } from "#app/activities/experiment/half-that-votes.ts";
import type { Words, WordsOf } from "#app/messages/words.ts";
import type { ActivityName, ActivityPhase } from "#debate/activities/index.ts";
import type { HiddenInActivities } from "#debate/activities/messages.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { phonesIn } from "#debate/rules/phones.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** Which words of `host.next` name the one next step. */
export type StepWords = Exclude<WordsOf<"host.next">, `skip.${string}`>;

/** What is hidden at once, by the words of `host.people`. */
export type Hides = keyof Words["host"]["people"]["hideWords"] &
  keyof Words["host"]["people"]["several"]["hideBody"];

/** What a control room says of activities. No components: what sends commands imports this. */
type HostParts = {
  name: ActivityName;
  /** What opens its phase, by the phase before, and what ends it where the results come step by step. */
  next?: {
    phase: ActivityPhase["name"];
    into: { readonly [from in Phase]?: StepWords };
    toReveal?: StepWords;
    /** Whether the host may skip an optional phase to get there. */
    isSkippedTo?: true;
  };
  /** What a class has to do in a phase that it is in at home: `until` the next set date, or while the phase is open. */
  reminder?: {
    phase: ActivityPhase["name"];
    until: WordsOf<"host.dates.reminder">;
    open: WordsOf<"host.dates.reminder">;
  };
  /** How many may vote now, where that is not everyone; undefined where it is. */
  voters?: (snapshot: Snapshot) => number | undefined;
  /** A warning before the class goes back to a vote, and from which phase on it is shown. */
  backToVote?: { since: Phase; words: WordsOf<"host.phases"> };
  /** What the settings say of a staged reveal with it. */
  reveal?: WordsOf<"host.session.reveal">;
  /** [R16] What is hidden with a student's rebuttals. `both`: words for the two; `back`: words when they are shown again. */
  hidden?: {
    hides: Hides;
    counted: keyof HiddenInActivities;
    both: WordsOf<"host.people.several">;
    back: WordsOf<"host.people.several">;
  };
};

export const HOST: readonly HostParts[] = [
  {
    name: "pairs",
    next: {
      phase: "pairs",
      into: { reading: "readingToPairs", "reading-vote": "readingVoteToPairs", rebuttal: "rebuttalToPairs" },
      isSkippedTo: true,
    },
  },
  {
    name: "experiment",
    voters: halfThatVotes,
    next: { phase: "switch-first", into: { rebuttal: "toSwitch", pairs: "toSwitch" } },
  },
  {
    name: "experiment",
    next: { phase: "switch-later", into: { after: "afterToSwitch" }, toReveal: "switchStaged" },
  },
  {
    name: "steelman",
    next: { phase: "steelman", into: { after: "afterToSteelman" }, toReveal: "steelmanStaged" },
    backToVote: { since: "steelman", words: "backSteelman" },
    hidden: { hides: "all", counted: "steelmen", both: "hiddenBoth", back: "steelmenBack" },
  },
  { name: "guess", backToVote: { since: "results", words: "backGuesses" }, reveal: "guess" },
  { name: "laterVote", reminder: { phase: "later", until: "later", open: "laterOpen" } },
];

/** How many may vote now. */
export function votersIn(snapshot: Snapshot): number {
  for (const { voters } of HOST) {
    const count = voters?.(snapshot);
    if (count !== undefined) return count;
  }
  return phonesIn(snapshot);
}
