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
