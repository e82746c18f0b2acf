"use client";
import { useGuessInReveal } from "#app/activities/guess/use-guess-words.ts";
import { merged, partsIn } from "#debate/activities/merged.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** What the reveal says of activities: at the steps that they add, and after the flow. */
export function useActivityWords() {
  const all = [useGuessInReveal()] as const;
  const sayings: readonly ((result: ResultMessage) => string | undefined)[] = partsIn(all, "afterFlow");
  return {
    at: merged(partsIn(all, "at")),
    afterFlow: (result: ResultMessage) => sayings.map((say) => say(result)),
  };
}
