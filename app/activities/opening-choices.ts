"use client";
import { summaryOfPairs } from "#app/activities/pairs/chosen.ts";
import { PairsChoice } from "#app/activities/pairs/Opening.tsx";
import { steelmanIfChosen } from "#app/activities/steelman/chosen.ts";
import type { Activities } from "#debate/rules/activity-settings.ts";

/** The activities about which there is more to choose than whether a session has them. */
export const CHOICES = [{ name: "pairs", Choice: PairsChoice }] as const;

/** What is chosen about them; keys of `instructor.opening.more`. */
export const summaryOf = (activities: Activities) =>
  [summaryOfPairs(activities), steelmanIfChosen(activities)].filter((key) => key !== null);
