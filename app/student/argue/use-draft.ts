"use client";
import { useSyncExternalStore } from "react";
import type { Draft } from "#app/student/argue/draft.ts";
import { hasGap } from "#app/student/argue/rebuttal-draft.ts";
import { useSeat } from "#app/student/join/seat.ts";

/**
 * What a view needs of the draft, which changes at every keystroke: only the composer is drawn again then, because the others
 * ask whether there is one. `pick` gives back what it was given, or a plain value.
 */
export function useDraft<Picked>(pick: (draft: Draft | null) => Picked): Picked {
  const { drafts } = useSeat().desk;
  return useSyncExternalStore(
    drafts.subscribe,
    () => pick(drafts.draft()),
    () => pick(drafts.atFirst()),
  );
}

/** The id of the button that begins a rebuttal. */
export const WRITE = "write-rebuttal";

export const whole = (draft: Draft | null) => draft;
export const idOf = (draft: Draft | null) => draft?.id;
export const sideIn = (draft: Draft | null) => draft?.side;
export const isEdit = (draft: Draft | null) => draft?.edits !== undefined;
export const isUnfilled = (draft: Draft | null) => draft !== null && hasGap(draft);
export const isBegun = (draft: Draft | null) => draft !== null;
export const isOpened = (draft: Draft | null) => draft?.isOpen ?? false;
