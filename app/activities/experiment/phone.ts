"use client";
import { StoredValue } from "#app/shared/storage/stored-value.ts";
import type { Activities } from "#debate/rules/activity-settings.ts";
import type { Side } from "#debate/rules/choices.ts";

/** An unsent best argument of the other side. `side`: the one that an undecided student chose. */
export type ExperimentDraft = { body: string; side?: Side };
type Keeps = { experiment: StoredValue<ExperimentDraft | null> };

export const experimentPhone = {
  name: "experiment",
  step: {
    isLast: false,
    words: ({ experiment }: Activities) =>
      experiment?.kind === "switch"
        ? ("experimentSwitch" as const)
        : experiment?.kind === "arguing"
          ? ("experimentArguing" as const)
          : ("experimentOrder" as const),
  },
  /** [M30] */
  promise: { isLast: true, words: () => "experiment" as const },
  refused: { "experiment:began": {} },
  desk: {
    /** Saved at every keystroke; null while nothing is being written. */
    keeps: (place: (what: string) => string): Keeps => ({
      experiment: new StoredValue<ExperimentDraft | null>(place("experiment"), null, (stored) => {
        const draft = stored as Partial<ExperimentDraft> | null;
        return typeof draft?.body === "string" ? (draft as ExperimentDraft) : null;
      }),
    }),
    refused: () => undefined,
  },
} as const;
