import { BUILT_IN_DEBATES } from "#debate/content/built-in.ts";
import type { Debate } from "#debate/content/debate.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** [D32] The debates of a series that this instructor may copy: own and built-in ones, in the series' order. */
export async function seriesWith(
  store: Dependencies["store"],
  instructorId: string,
  debate: Debate,
): Promise<Debate[]> {
  const own = await store.debates.ofOwner(instructorId);
  const all = [...BUILT_IN_DEBATES, ...own.map((each) => each.debate)];
  const others = all.filter(({ id, series }) => id !== debate.id && series === debate.series);
  const numbers = ({ volume = 0, issue = 0 }: Debate) => volume * 1_000_000 + issue;
  if (debate.series === undefined) return [debate];
  return [debate, ...others].toSorted((one, other) => numbers(one) - numbers(other));
}
