"use client";
import { useMemo, useSyncExternalStore } from "react";
import { repliesTo } from "#app/student/argue/rebuttal-list.ts";
import { seenAs } from "#app/student/argue/seen.ts";
import { useSeat } from "#app/student/join/seat.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** [R29] Classmates' replies to what I wrote that have not been in view on this phone. */
export function useUnread(): readonly Rebuttal[] {
  const { desk, state, you } = useSeat();
  const { subscribe, told, atFirst } = desk.seen;
  const seen = useSyncExternalStore(subscribe, told, atFirst);
  const replies = useMemo(() => repliesTo(state.rebuttals, you), [state.rebuttals, you]);
  return useMemo(() => {
    const known = new Set(seen);
    return replies.filter((reply) => !known.has(seenAs(reply)));
  }, [replies, seen]);
}
