"use client";
import { createContext, useContext, useState, useSyncExternalStore } from "react";
import type { CriteriaSets } from "#app/host/marks/criteria/criteria-sets.ts";
import type { MarksState } from "#app/host/marks/marks-state.ts";
import { createMarks, isUnsaved, type MarksStore } from "#app/host/marks/marks-store.ts";
import { useSavedWhileShown } from "#app/shared/storage/use-saved-while-shown.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Marks } from "#debate/protocol/answers/mark-answers.ts";

type Marking = { code: string; sets: CriteriaSets; debate: ReadDebate; store: MarksStore; state: MarksState };
const MarkingContext = createContext<Marking | null>(null);
export const MarkingProvider = MarkingContext.Provider;

/** The marks of the session, on a page that has them. */
export function useMarking(): Marking {
  const marking = useContext(MarkingContext);
  if (!marking) throw new Error("There are no marks on this page.");
  return marking;
}

/** [Q21] Saves while the page is shown; leaving it with unsaved marks asks. */
export function useMarks(code: string, first: Marks, by: string) {
  const [store] = useState(() => createMarks(code, first, by));
  const state = useSyncExternalStore(store.subscribe, store.read, store.read);
  useSavedWhileShown(store, () => {
    const isLost = isUnsaved(store.read());
    if (isLost) store.saveNow();
    return isLost;
  });
  return { store, state };
}
