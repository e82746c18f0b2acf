import type { Refusal } from "#debate/rules/result.ts";

/** [V16] A guess that came after the reveal had gone on, or was about votes that are no longer the last. */
export const refusedGuess = (code: Refusal) =>
  code === "wrong-phase" || code === "stale" ? ("guess.late" as const) : null;
