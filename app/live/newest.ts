"use client";
import type { Synced } from "#debate/protocol/events.ts";
import { changeable } from "#debate/rules/changeable.ts";
import { ROUNDS } from "#debate/rules/choices.ts";
import type { Mine, Rebuttal, RebuttalBatch } from "#debate/rules/snapshot.ts";

export function withBatch(
  known: ReadonlyMap<string, Rebuttal>,
  { changed, removed, counts = [] }: RebuttalBatch,
): ReadonlyMap<string, Rebuttal> {
  const rebuttals = new Map(known);
  for (const [id, endorsements, rank] of counts) {
    const rebuttal = known.get(id);
    if (rebuttal) rebuttals.set(id, { ...rebuttal, endorsements, rank });
  }
  // [R20] One's own come once as the class sees them, and then as one's own: in between they must not change hands.
  for (const rebuttal of changed)
    rebuttals.set(rebuttal.id, known.get(rebuttal.id)?.by === "you" ? { ...rebuttal, by: "you" } : rebuttal);
  for (const id of removed) rebuttals.delete(id);
  return rebuttals;
}

/** [W9] Which of those that came while an answer was on its way it may not contain. */
export function newerThan(cursor: number, crossing: readonly RebuttalBatch[]): readonly RebuttalBatch[] {
  return crossing.filter((batch) => batch.cursor > cursor);
}

/** [W9] A page of rebuttals, and what came while it was on its way, of which some may be newer. */
export function withPage(
  known: ReadonlyMap<string, Rebuttal>,
  { rebuttals, cursor }: Pick<Synced, "rebuttals" | "cursor">,
  crossing: readonly RebuttalBatch[],
): { rebuttals: ReadonlyMap<string, Rebuttal>; cursor: number } {
  const newer = newerThan(cursor, crossing);
  return {
    rebuttals: newer.reduce(withBatch, withBatch(known, { cursor, changed: rebuttals, removed: [] })),
    cursor: newer.at(-1)?.cursor ?? cursor,
  };
}

/** [R21] An edit drops what was said of the words before, also on the phones of those who said it. */
export function stillEndorsed(
  endorsed: string[],
  known: ReadonlyMap<string, Rebuttal>,
  changed: readonly Rebuttal[],
): string[] {
  const isEdited = (now: Rebuttal) => changeable(known.get(now.id) ?? now) !== changeable(now);
  const edited = changed.filter(isEdited).map(({ id }) => id);
  return edited.length > 0 ? endorsed.filter((id) => !edited.includes(id)) : endorsed;
}

export function without(
  known: ReadonlyMap<string, Rebuttal>,
  ids: ReadonlySet<string>,
): ReadonlyMap<string, Rebuttal> {
  return new Map([...known].filter(([id]) => !ids.has(id)));
}

/** [B3] What was received, but each round's ballot with the higher counter: a message may be older than a confirmation. */
export function newestBallots(received: Mine, known: Mine | null): Mine {
  const ballots = { ...received.ballots };
  for (const round of ROUNDS) {
    const mine = known?.ballots[round];
    if (mine && mine.seq > (ballots[round]?.seq ?? -1)) ballots[round] = mine;
  }
  return { ...received, ballots };
}
