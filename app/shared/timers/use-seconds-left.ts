"use client";
import { useSyncExternalStore } from "react";

function subscribe(listener: () => void): () => void {
  const interval = setInterval(listener, 250);
  return () => clearInterval(interval);
}

const never = () => () => undefined;

/** Whole seconds until then, in this device's time: 0 from then on. Null without a timer, and on the server. */
export function useSecondsLeft(endsAt: number | undefined): number | null {
  return useSyncExternalStore(
    endsAt === undefined ? never : subscribe,
    () => (endsAt === undefined ? null : Math.max(0, Math.ceil((endsAt - Date.now()) / 1_000))),
    () => null,
  );
}
