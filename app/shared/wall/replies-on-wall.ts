import type { Rebuttal, Snapshot } from "#debate/rules/snapshot.ts";

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

/** How many replies it has: a wall gets the count, a control room the replies themselves. */
export function answersOnWall(
  { rebuttals }: { rebuttals: ReadonlyMap<string, Rebuttal> },
  { id, answers = 0 }: Pick<Rebuttal, "id" | "answers">,
): number {
  const known = [...rebuttals.values()].filter(
    ({ replyTo, status }) => replyTo === id && status === "published",
  );
  return Math.max(answers, known.length);
}
