"use client";
import type { Mine, Rebuttal, RebuttalBatch } from "#debate/protocol/snapshot.ts";
import { ROUNDS } from "#debate/rules/choices.ts";

export function withBatch(
  known: ReadonlyMap<string, Rebuttal>,
  { changed, removed }: RebuttalBatch,
): ReadonlyMap<string, Rebuttal> {
  const rebuttals = new Map(known);
  for (const rebuttal of changed) rebuttals.set(rebuttal.id, rebuttal);
  for (const id of removed) rebuttals.delete(id);
  return rebuttals;
}

/** [B3] What is told, but of each round the ballot with the higher counter: news may be older than a confirmation. */
export function newestBallots(told: Mine, known: Mine | null): Mine {
  const ballots = { ...told.ballots };
  for (const round of ROUNDS) {
    const mine = known?.ballots[round];
    if (mine && mine.seq > (ballots[round]?.seq ?? -1)) ballots[round] = mine;
  }
  return { ...told, ballots };
}
