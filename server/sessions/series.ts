import { BUILT_IN_DEBATES } from "#debate/content/built-in.ts";
import type { Debate } from "#debate/content/debate.ts";
import { FILE_DEBATES } from "#debate/content/debate-file.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { ownTurn } from "#server/platform/slices.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/**
 * [D32] The debates of a series that this instructor may copy: own ones that are no drafts, and built-in ones, in the series'
 * order. [L15] They are found by their listings, and one is read in each turn of the event loop.
 */
export async function seriesWith(
  store: Dependencies["store"],
  instructorId: string,
  debate: Debate,
): Promise<Result<Debate[]>> {
  const { id, series } = debate;
  if (series === undefined) return accept([debate]);
  const builtIn = BUILT_IN_DEBATES.filter((each) => each.id !== id && each.series === series);
  const own = (await store.shelves.of(instructorId, [])).filter(
    (row) => row.access === "own" && !row.isDraft && row.id !== id && row.listing?.series === series,
  );
  if (1 + builtIn.length + own.length > FILE_DEBATES)
    return refuse("too-long", `A file holds at most ${FILE_DEBATES} debates.`);
  const debates = [debate, ...builtIn, ...(await readOneByOne(store, instructorId, own))];
  return accept(debates.toSorted((one, other) => numberOf(one) - numberOf(other)));
}

const numberOf = ({ volume = 0, issue = 0 }: Debate) => volume * 1_000_000 + issue;

/** [L15] Debates by their ids, one in each turn of the event loop, without those that were deleted meanwhile. */
export async function readOneByOne(
  store: Dependencies["store"],
  instructorId: string,
  rows: readonly { id: string }[],
): Promise<Debate[]> {
  const debates: Debate[] = [];
  for (const { id } of rows) {
    await ownTurn();
    const found = await store.debates.byId(instructorId, id);
    if (found) debates.push(found.debate);
  }
  return debates;
}
