"use client";
import { Kept } from "#app/shared/storage/kept.ts";
import type { Side } from "#debate/rules/choices.ts";

/** An unsent best argument of the other side. `side`: the one that an undecided student chose. */
export type SteelmanDraft = { body: string; side?: Side };

/** Kept at every keystroke; null while nothing is being written. */
export function steelmanDrafts(place: string): Kept<SteelmanDraft | null> {
  return new Kept<SteelmanDraft | null>(place, null, (stored) => {
    const draft = stored as Partial<SteelmanDraft> | null;
    return typeof draft?.body === "string" ? (draft as SteelmanDraft) : null;
  });
}
