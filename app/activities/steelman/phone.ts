"use client";
import type { Live } from "#app/live/live.ts";
import type { StoredValue } from "#app/shared/storage/stored-value.ts";
import { keptDraft, type OtherSideDraft } from "#app/student/other-side/other-side-draft.ts";
import type { QueuedMessage } from "#debate/activities/keeping.ts";
import type { Refusal } from "#debate/rules/result.ts";

type Keeps = { steelman: StoredValue<OtherSideDraft | null> };

export const steelmanPhone = {
  name: "steelman",
  step: { isLast: true, words: () => "steelman" as const },
  /** Nothing on the page says that an answer about a text was not taken. */
  refused: { "steelman:rate": { stale: "student.steelman.rewritten" } },
  desk: {
    keeps: (place: (what: string) => string): Keeps => ({ steelman: keptDraft(place("steelman")) }),
    refused({ name }: QueuedMessage, refusal: Refusal, _: Keeps, live: Pick<Live, "resync">): void {
      // [P20] The text is no longer given to anyone, and the page still shows it.
      if (name === "steelman:rate" && refusal === "not-found") void live.resync();
    },
  },
} as const;
