"use client";
import type { StoredValue } from "#app/shared/storage/stored-value.ts";
import { keptDraft, type OtherSideDraft } from "#app/student/other-side/other-side-draft.ts";
import type { Activities } from "#debate/rules/activity-settings.ts";

type Keeps = { experiment: StoredValue<OtherSideDraft | null> };

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
    keeps: (place: (what: string) => string): Keeps => ({ experiment: keptDraft(place("experiment")) }),
    refused: () => undefined,
  },
} as const;
