"use client";
import { createContext, type ReactNode, use, useMemo, useSyncExternalStore } from "react";
import { useSeat, useWaiting } from "#app/student/join/seat.ts";
import { isSamePlace } from "#app/student/read/marks.ts";
import type { SentencePlace } from "#debate/rules/reading.ts";

type Marked = { isMarked?: true; hasNote?: true; isUnclear?: true };

const NONE: readonly SentencePlace[] = [];
const Marks = createContext<ReadonlyMap<string, Marked>>(new Map());
const keyOf = ({ side, n, sentence }: SentencePlace) => `${side} ${n} ${sentence}`;

/** What the reader made of the sentences within. Apart from the seat, so that texts are drawn again only when this changes. */
export function WithSentenceMarks({ children }: { children: ReactNode }) {
  const marks = useMarks();
  const unclear = useUnclear();
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

/** [X10] The sentences that this student does not understand, those on their way included. */
export function useUnclear(): readonly SentencePlace[] {
  const { you } = useSeat();
  const waiting = useWaiting();
  return useMemo(() => {
    let unclear = you.unclear ?? NONE;
    for (const item of waiting) {
      if (item.name !== "sentence:unclear" || item.refused) continue;
      const { on, ...place } = item.payload;
      const others = unclear.filter((each) => !isSamePlace(each, place));
      unclear = on ? [...others, place] : others;
    }
    return unclear;
  }, [you.unclear, waiting]);
}
