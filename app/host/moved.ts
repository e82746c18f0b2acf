import type { Phase } from "#debate/rules/phase-order.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

type Place = Pick<Snapshot, "phase" | "step">;

/** A move of this window; `arrived`: where the class was once the news of it had come. */
export type Moved = { to: Phase; arrived: Place | null };

/** [V15] The move that can still be undone; null once a host or the timer has moved the class again or stepped its reveal. */
export function afterNews(moved: Moved, { phase, step }: Place): Moved | null {
  const { to, arrived } = moved;
  if (!arrived) return phase === to ? { to, arrived: { phase, ...(step && { step }) } } : moved;
  return phase === arrived.phase && step === arrived.step ? moved : null;
}
