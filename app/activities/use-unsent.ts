"use client";
import { useUnsentSteelman } from "#app/activities/steelman/use-unsent.ts";
import type { Unsent } from "#app/student/offline/unsent.ts";

/** [F18] Words of activities whose field is gone with the phase. */
export function useUnsentOfActivities(): Unsent[] {
  return [...useUnsentSteelman()];
}
