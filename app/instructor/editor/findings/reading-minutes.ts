"use client";
import { useSyncExternalStore } from "react";
import { StoredValue } from "#app/shared/storage/stored-value.ts";

/** [D26] Minutes that a class can be given to read both sides. */
export const READING_MINUTES = [5, 10, 15, 20, 30, 45] as const;
const USUAL = 15;

const minutes = new StoredValue<number>("resolved.reading-minutes", USUAL, (stored) =>
  READING_MINUTES.some((each) => each === stored) ? Number(stored) : null,
);

/** What this browser's instructor chose last. */
export function useReadingMinutes() {
  const chosen = useSyncExternalStore(minutes.subscribe, minutes.value, minutes.atFirst);
  return [chosen, (next: number) => minutes.change(() => next)] as const;
}
