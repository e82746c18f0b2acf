"use client";
import { type MouseEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import { held, waiting } from "#app/host/rebuttal-lists.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** In milliseconds. The second press of a double click comes sooner, and no one has read the next one by then. */
const AFTER_MOVE = 400;

/**
 * [R35] What waits for the host, in the order in which it came here; and what its list listens to, so that a press does not decide
 * about one that has just moved there. `queue[n]` is the list's child `n`.
 */
export function useQueue(rebuttals: ReadonlyMap<string, Rebuttal>) {
  const [seen, setSeen] = useState<readonly string[]>([]);
  const queue = useMemo(() => held(waiting(rebuttals.values()), seen), [rebuttals, seen]);
  const ids = queue.map(({ id }) => id);
  if (ids.join() !== seen.join()) setSeen(ids);

  const before = useRef(seen);
  const moved = useRef({ at: Number.NEGATIVE_INFINITY, from: 0 });
  useLayoutEffect(() => {
    const left = new Set(before.current);
    for (const id of seen) left.delete(id);
    const from = before.current.findIndex((id) => left.has(id));
    before.current = seen;
    if (from < 0) return;
    const at = performance.now();
    const isMoving = at - moved.current.at < AFTER_MOVE;
    moved.current = { at, from: isMoving ? Math.min(from, moved.current.from) : from };
  }, [seen]);
  const onClickCapture = (event: MouseEvent) => {
    const place = [...event.currentTarget.children].findIndex((item) => item.contains(event.target as Node));
    if (place < moved.current.from || event.timeStamp - moved.current.at > AFTER_MOVE) return;
    event.preventDefault();
    event.stopPropagation();
    // Enter that is held down presses again and again.
    moved.current.at = event.timeStamp;
  };
  return { queue, guards: { onClickCapture } };
}
