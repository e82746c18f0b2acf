"use client";
import { useRefusalOfLines } from "#app/activities/pairs/phone/use-refusal.ts";
import type { KeptMessage } from "#debate/activities/keeping.ts";
import type { Refusal } from "#debate/rules/result.ts";

/** What is said where a message of an activity was refused and leaves no trace on the page; null where that says itself. */
export function useRefusalsOfActivities(): (message: KeptMessage, code: Refusal) => string | null {
  const all = [useRefusalOfLines()];
  return (message, code) => all.map((words) => words(message, code)).find((words) => words !== null) ?? null;
}
