"use client";
import { useState } from "react";
import { REPLIES_SHOWN } from "#debate/rules/rebuttals.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/**
 * [R23] The replies under a rebuttal that are shown: at first two, or none where `startsFolded`. [R27] One that arrives is only
 * counted until it is asked for.
 */
export function useFolding(replies: readonly Rebuttal[], startsFolded = false) {
  const [{ shown, known }, setHeld] = useState(() => ({
    shown: idsOf(startsFolded ? [] : replies.slice(0, REPLIES_SHOWN)),
    known: idsOf(replies),
  }));
  const unfolded = replies.filter(({ id }) => shown.has(id));
  const folded = replies.length - unfolded.length;
  const hasRow = replies.some(({ id }) => known.has(id) && !shown.has(id));
  const unfold = () => setHeld({ shown: idsOf(replies), known: idsOf(replies) });
  return {
    unfolded,
    folded,
    /** How many more a row under those that are shown offers. */
    rest: hasRow ? folded : 0,
    /** How many are counted but not listed: a row for them would move the list below. */
    waiting: hasRow || unfolded.length === 0 ? 0 : folded,
    unfold,
    fold: () => (folded > 0 ? unfold() : setHeld({ shown: idsOf([]), known: idsOf(replies) })),
  };
}

const idsOf = (rebuttals: readonly Rebuttal[]): ReadonlySet<string> => new Set(rebuttals.map(({ id }) => id));
