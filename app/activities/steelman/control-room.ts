import type { Snapshot } from "#debate/rules/snapshot.ts";

/** What the control room says of it outside its stage. */
export const steelmanInControlRoom = {
  next: [
    { from: "after", to: "steelman", words: "afterToSteelman" },
    { from: "steelman", to: "results", isStaged: true, words: "steelmanStaged" },
  ],
  back: [{ name: "steelman", since: "steelman", words: "backSteelman" }],
  hidden: [{ name: "steelman", counted: "steelmen", both: "hiddenBoth", back: "steelmenBack" }],
  /** [P20] In its own phase only, since that shows the list in which they are decided. */
  waiting: {
    bestArguments: ({ phase, steelman }: Pick<Snapshot, "phase" | "steelman">) =>
      phase === "steelman" ? (steelman?.waiting ?? 0) : 0,
  },
} as const;
