import type { CountingInput } from "#debate/counting/input.ts";
import type { Voters } from "#debate/counting/tally.ts";

/** What an activity adds to the results. */
export type ActivityResults = {
  /** What it is called in them. */
  part: string;
  /** What is counted, for the host; null where that is nothing, and undefined as long as it isn't told. */
  count: (session: Counting) => object | null | undefined;
  /** [Z2] When a class that hides small groups isn't told it: always, or where it isn't told the flow. */
  hides: "always" | "with-flow";
};

/** What it is counted from. */
export type Counting = Pick<CountingInput, "ballots" | "withLater"> & { voters: Voters };
