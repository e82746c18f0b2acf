"use client";
import { useState } from "react";
import { REPLIES_SHOWN } from "#debate/rules/rebuttals.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/**
 * [R23] The replies under a rebuttal that are shown: at first two, or none where `startsFolded`. [R27] One that arrives is counted,
 * and waits until it is asked for.
 */
export function useFolding(replies: readonly Rebuttal[], startsFolded = false) {
  const [shown, setShown] = useState(() => idsOf(startsFolded ? [] : replies.slice(0, REPLIES_SHOWN)));
  const unfolded = replies.filter(({ id }) => shown.has(id));
  const folded = replies.length - unfolded.length;
  const unfold = () => setShown(idsOf(replies));
  return {
    unfolded,
    folded,
    unfold,
    fold: () => (folded > 0 ? unfold() : setShown(idsOf([]))),
  };
}

const idsOf = (rebuttals: readonly Rebuttal[]): ReadonlySet<string> => new Set(rebuttals.map(({ id }) => id));
