import { rebuttalsReadable } from "#debate/rules/phases.ts";
import type { Rebuttal, Snapshot } from "#debate/rules/snapshot.ts";

/** The rebuttal that the host put on the wall, where the class may read it. */
export function rebuttalOnWall({
  snapshot: { phase, wall },
  rebuttals,
}: {
  snapshot: Pick<Snapshot, "phase" | "wall">;
  rebuttals: ReadonlyMap<string, Rebuttal>;
}): Rebuttal | undefined {
  if (typeof wall !== "object" || !("rebuttalId" in wall) || !rebuttalsReadable(phase)) return undefined;
  const rebuttal = rebuttals.get(wall.rebuttalId);
  return rebuttal?.status === "published" ? rebuttal : undefined;
}

/** [R23] The replies that the host put there under it. */
export function repliesOnWall({
  snapshot: { wall },
  rebuttals,
}: {
  snapshot: Pick<Snapshot, "wall">;
  rebuttals: ReadonlyMap<string, Rebuttal>;
}): Rebuttal[] {
  const ids = typeof wall === "object" && "rebuttalId" in wall ? (wall.replies ?? []) : [];
  return ids.flatMap((id) => rebuttals.get(id) ?? []).filter(({ status }) => status === "published");
}

/** How many reply to it: a wall that has only what was put there is told, another one counts. */
export function answersOnWall(
  { rebuttals }: { rebuttals: ReadonlyMap<string, Rebuttal> },
  { id, answers = 0 }: Pick<Rebuttal, "id" | "answers">,
): number {
  const known = [...rebuttals.values()].filter(
    ({ replyTo, status }) => replyTo === id && status === "published",
  );
  return Math.max(answers, known.length);
}

const ROTATED = 5;

/** The rebuttals that the wall turns through while the host has chosen none: the best across camps. */
export function bestRebuttals(rebuttals: ReadonlyMap<string, Rebuttal>): Rebuttal[] {
  return [...rebuttals.values()]
    .filter(({ status }) => status === "published")
    .sort((one, other) => one.rank - other.rank)
    .slice(0, ROTATED);
}
