import type { MovedPeople } from "#debate/counting/reveal.ts";
import type { Mine } from "#debate/rules/snapshot.ts";

/** [V21] How many people each of a student's rebuttals moved, if it is among the most credited ones that the class sees. */
export function ownCredits(
  moved: MovedPeople | undefined,
  { posted }: Pick<Mine, "posted">,
): ReadonlyMap<string, number> {
  const credits = moved?.rebuttals.map((id, place) => [id, moved.credits.rebuttals[place] ?? 0] as const);
  return new Map(credits?.filter(([id, people]) => people > 0 && posted.includes(id)));
}
