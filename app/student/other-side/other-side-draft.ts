import { StoredValue } from "#app/shared/storage/stored-value.ts";
import type { Side } from "#debate/rules/choices.ts";

/** An unsent best argument of the other side. `side`: the one that an undecided student chose. */
export type OtherSideDraft = { body: string; side?: Side };

/** Where a phone keeps it: saved at every keystroke, null while nothing is being written. */
export function keptDraft(place: string): StoredValue<OtherSideDraft | null> {
  return new StoredValue<OtherSideDraft | null>(place, null, (stored) => {
    const draft = stored as Partial<OtherSideDraft> | null;
    return typeof draft?.body === "string" ? (draft as OtherSideDraft) : null;
  });
}
