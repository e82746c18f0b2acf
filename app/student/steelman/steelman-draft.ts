"use client";
import { Kept } from "#app/shared/kept.ts";
import type { Side } from "#debate/rules/choices.ts";

/** What is typed of the best argument of the other side. `side`: for whoever is undecided. */
export type SteelmanDraft = { body: string; side?: Side };

/** Kept at every keystroke; null while nothing is being written. */
export function steelmanDrafts(place: string): Kept<SteelmanDraft | null> {
  return new Kept<SteelmanDraft | null>(place, null, (stored) => {
    const draft = stored as Partial<SteelmanDraft> | null;
    return typeof draft?.body === "string" ? (draft as SteelmanDraft) : null;
  });
}
