import type { LiveState } from "#app/live/live-state.ts";
import { creditsMe } from "#app/student/argue/rebuttal-list.ts";
import type { Mine } from "#debate/rules/snapshot.ts";

/**
 * [V35] How many people each of a student's rebuttals moved, or what stands for it [R32], if it is among the most credited ones that
 * the class sees.
 */
export function ownCredits(
  { result, rebuttals }: Pick<LiveState, "result" | "rebuttals">,
  you: Pick<Mine, "posted">,
): ReadonlyMap<string, number> {
  const { moved } = result ?? {};
  const isMine = creditsMe(rebuttals, you);
  const credits = moved?.rebuttals.map((id, place) => [id, moved.credits.rebuttals[place] ?? 0] as const);
  return new Map(credits?.filter(([id, people]) => people > 0 && isMine({ id })));
}

/** How many people the one of them moved that moved the most. [V35] They are not added up. */
export function mostMoved(state: Pick<LiveState, "result" | "rebuttals">, you: Pick<Mine, "posted">): number {
  return Math.max(0, ...ownCredits(state, you).values());
}
