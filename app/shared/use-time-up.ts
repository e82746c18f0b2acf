"use client";
import { useSyncExternalStore } from "react";

function subscribe(listener: () => void): () => void {
  const interval = setInterval(listener, 250);
  return () => clearInterval(interval);
}

const never = () => () => undefined;

/** [V29] Whether the time of a phase is up; false where it has no timer. `endsAt`: as in `Timer`. */
export function useTimeUp(endsAt: number | undefined): boolean {
  return useSyncExternalStore(
    endsAt === undefined ? never : subscribe,
    () => endsAt !== undefined && endsAt <= Date.now(),
    () => false,
  );
}
