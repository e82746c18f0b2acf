"use client";
import { useSyncExternalStore } from "react";
import { type ScriptPlace, scriptAt, scriptSeconds } from "#debate/activities/pairs/script.ts";
import type { PairsBy } from "#debate/rules/session-options.ts";

function subscribe(listener: () => void): () => void {
  const interval = setInterval(listener, 250);
  return () => clearInterval(interval);
}
const never = () => () => undefined;

/** `left`: whole seconds of the step. */
type Running = ScriptPlace & { state: "running"; left: number };

/** [P25] Where a table of `size` people is in the script; `startedAt` in this device's time. */
export function useScript(
  size: number,
  startedAt: number | undefined,
  by: PairsBy,
): Running | { state: "waiting" | "over" } {
  const seconds = useSyncExternalStore(
    startedAt === undefined ? never : subscribe,
    () =>
      startedAt === undefined
        ? null
        : Math.min(scriptSeconds(by), Math.max(0, Math.floor((Date.now() - startedAt) / 1000))),
    () => null,
  );
  if (seconds === null) return { state: "waiting" };
  const place = scriptAt(size, seconds, by);
  return place ? { ...place, state: "running", left: Math.ceil(place.endsAt - seconds) } : { state: "over" };
}
