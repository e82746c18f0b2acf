"use client";
import { createContext, type ReactNode, use, useMemo, useSyncExternalStore } from "react";
import { useSeat } from "#app/student/join/seat.ts";
import type { SentencePlace } from "#debate/content/sentence-places.ts";

type Marked = { isMarked?: true; hasNote?: true; isUnclear?: true };

/** Of the texts within, the sentences that the reader does not understand. */
export const UnclearPlaces = createContext<readonly SentencePlace[]>([]);
const Marks = createContext<ReadonlyMap<string, Marked>>(new Map());
const keyOf = ({ side, n, sentence }: SentencePlace) => `${side} ${n} ${sentence}`;

/** What the reader made of the sentences within. Apart from the seat, so that texts are drawn again only when this changes. */
export function WithSentenceMarks({ children }: { children: ReactNode }) {
  const marks = useMarks();
  const unclear = use(UnclearPlaces);
  const marked = useMemo(() => {
    const all = new Map<string, Marked>();
    for (const mark of marks) all.set(keyOf(mark), { isMarked: true, ...(mark.note && { hasNote: true }) });
    for (const place of unclear) all.set(keyOf(place), { ...all.get(keyOf(place)), isUnclear: true });
    return all;
  }, [marks, unclear]);
  return <Marks value={marked}>{children}</Marks>;
}

export function useSentenceMarks(): (place: SentencePlace) => Marked {
  const marks = use(Marks);
  return (place) => marks.get(keyOf(place)) ?? {};
}

/** [X11] This seat's marks and notes. */
export function useMarks() {
  const { marks } = useSeat().desk;
  return useSyncExternalStore(marks.subscribe, marks.marks, marks.atFirst);
}
