"use client";
import { useState } from "react";
import type { LiveState } from "#app/live/live-state.ts";
import { useSecondsLeft } from "#app/shared/timers/use-seconds-left.ts";

type Timed = Pick<LiveState, "connection"> & { snapshot: Pick<LiveState["snapshot"], "phaseEndsAt"> };

/**
 * [V29] Whether the time of a phase is up; false where it has no timer, and until this page has been connected: before that it
 * has the time of another clock than this device's.
 */
export function useTimeUp({ connection, snapshot: { phaseEndsAt } }: Timed): boolean {
  const [knowsClock, setKnowsClock] = useState(connection === "live");
  if (connection === "live" && !knowsClock) setKnowsClock(true);
  const endsAt = knowsClock ? phaseEndsAt : undefined;
  return useSecondsLeft(endsAt) === 0;
}
