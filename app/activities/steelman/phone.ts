"use client";
import type { Live } from "#app/live/live.ts";
import { StoredValue } from "#app/shared/storage/stored-value.ts";
import type { QueuedMessage } from "#debate/activities/keeping.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { Refusal } from "#debate/rules/result.ts";

/** An unsent best argument of the other side. `side`: the one that an undecided student chose. */
export type SteelmanDraft = { body: string; side?: Side };
type Keeps = { steelman: StoredValue<SteelmanDraft | null> };

export const steelmanPhone = {
  name: "steelman",
  step: { isLast: true, words: () => "steelman" as const },
  /** Nothing on the page says that an answer about a text was not taken. */
  refused: { "steelman:rate": { stale: "student.steelman.rewritten" } },
  desk: {
    /** Saved at every keystroke; null while nothing is being written. */
    keeps: (place: (what: string) => string): Keeps => ({
      steelman: new StoredValue<SteelmanDraft | null>(place("steelman"), null, (stored) => {
        const draft = stored as Partial<SteelmanDraft> | null;
        return typeof draft?.body === "string" ? (draft as SteelmanDraft) : null;
      }),
    }),
    refused({ name }: QueuedMessage, refusal: Refusal, _: Keeps, live: Pick<Live, "resync">): void {
      // [P20] The text is no longer given to anyone, and the page still shows it.
      if (name === "steelman:rate" && refusal === "not-found") void live.resync();
    },
  },
} as const;
