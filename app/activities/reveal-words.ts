"use client";
import { useGuessWords } from "#app/activities/guess/use-guess-words.ts";
import type { ActivityStep } from "#debate/activities/index.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** What the reveal says of activities: at the steps that they add, and after the flow. */
export function useActivityWords() {
  const guess = useGuessWords();
  const at: Record<ActivityStep, string> = { guess: guess.question };
  const afterFlow = (result: ResultMessage) => [result.guess && guess.against(result.guess)];
  return { at, afterFlow };
}
