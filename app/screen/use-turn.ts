"use client";
import { useSyncExternalStore } from "react";
import { usesLessMotion } from "#app/screen/less-motion.ts";

const TURN = 14_000;

function subscribe(listener: () => void): () => void {
  const interval = setInterval(listener, 500);
  return () => clearInterval(interval);
}

/**
 * Which of `count` things is on show. The clock decides, so that the wall and its copy in the control
 * room turn together; who asked for less motion stays with the first.
 */
export function useTurn(count: number): number {
  const turn = useSyncExternalStore(
    subscribe,
    () => (usesLessMotion() ? 0 : Math.floor(Date.now() / TURN)),
    () => 0,
  );
  return count === 0 ? 0 : turn % count;
}
