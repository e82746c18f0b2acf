"use client";
import { Kept } from "#app/shared/storage/kept.ts";
import type { Side } from "#debate/rules/choices.ts";

/** An unsent best argument of the other side. `side`: the one that an undecided student chose. */
export type SteelmanDraft = { body: string; side?: Side };

/** Kept at every keystroke; null while nothing is being written. */
export function steelmanDesk(place: (what: string) => string) {
  const steelman = new Kept<SteelmanDraft | null>(place("steelman"), null, (stored) => {
    const draft = stored as Partial<SteelmanDraft> | null;
    return typeof draft?.body === "string" ? (draft as SteelmanDraft) : null;
  });
  return { steelman };
}
