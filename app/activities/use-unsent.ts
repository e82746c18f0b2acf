"use client";
import { useUnsentLine } from "#app/activities/pairs/phone/use-unsent-line.ts";
import { useUnsentSteelman } from "#app/activities/steelman/use-unsent.ts";
import type { Unsent } from "#app/student/offline/unsent.ts";
import type { Phase } from "#debate/rules/phases.ts";

/** [F18] What was being written in activities when the class moved on. */
export function useUnsentInActivities(phase: Phase): Unsent[] {
  return [...useUnsentLine(phase), ...useUnsentSteelman(phase)];
}
