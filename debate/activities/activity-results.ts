import type { ActivityStep } from "#debate/activities/index.ts";
import type { CountingInput } from "#debate/counting/input.ts";
import type { RoundTally, Voters } from "#debate/counting/tally.ts";
import type { SectionExperiment } from "#debate/protocol/answers/summary.ts";
import type { CoreStep } from "#debate/rules/core-steps.ts";

/** What an activity adds to the results. Parameters that differ between activities are `never`, so that each names its own types. */
export type ActivityResults = {
  /** What it is called in them. */
  part: string;
  /**
   * What is counted, for the host, of the votes and of what it has stored; null where that is nothing, and undefined as long as it
   * isn't told.
   */
  count: (session: never) => object | null | undefined;
  /** [Z2] When a class that hides small groups isn't told it: always, or where it isn't told the flow. */
  hides: "always" | "with-flow";
  /**
   * [M25] Of one that only the host sees: what even the host of an anonymous session may know of it. `isFlowTold`: whether the class
   * sees the exact flow.
   */
  forHost?: (counted: never, isFlowTold: boolean) => object | null;
  /** [K9] What everyone but the host may know of it, if that is less. */
  forAll?: (counted: never) => object;
  /**
   * [Z11] The part of the results that still changes after the class first saw them, counted now. `first`: what was shown then.
   */
  afterwards?: (counted: never, first: Shown) => object | null;
  /** [P35] Of what a vote after the lesson adds, that vote's tally: it is kept as it was first told. */
  laterTally?: (counted: never) => RoundTally;
  /** [S30] What it adds to comparisons of sections and to summaries. */
  compared?: (counted: never) => Compared | undefined;
  /** [V14] The step of the reveal that shows it; without one it waits for the open results. */
  step?: CoreStep;
  /** [V14] Its own step of the reveal, and whether that has something to show. */
  ownStep?: { name: ActivityStep; hasSomething: (results: Shown) => boolean };
  /** What it adds to a student's card, of their own state and, once the class may read them, of the results. */
  card?: (own: never, shown: never) => object;
};

/** [S30] Two halves that differ, of one class. */
export type Compared = SectionExperiment & { n: [number, number] };

/** What all of them may count. */
export type Counting = Pick<CountingInput, "ballots" | "withLater" | "rounds" | "phase" | "isAnonymous"> & {
  voters: Voters;
};

/** What activities may know of the results that a class sees. */
export type Shown = {
  rounds: readonly { round: string; n: number; for: number | null }[];
  paired: { n: number; matrix: unknown };
};
