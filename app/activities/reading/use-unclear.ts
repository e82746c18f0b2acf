"use client";
import { useMemo } from "react";
import { useSeat, useWaiting } from "#app/student/join/seat.ts";
import { isSamePlace, type SentencePlace } from "#debate/content/sentence-places.ts";

const NONE: readonly SentencePlace[] = [];

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
