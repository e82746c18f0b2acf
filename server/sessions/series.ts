import type { Debate } from "#debate/content/debate.ts";
import { FILE_DEBATES } from "#debate/content/debate-file.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { libraryDebates } from "#server/library/library.ts";
import { ownTurn } from "#server/platform/slices.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** The other debates of a series that this instructor may copy: own ones that are no drafts, by their listings, and built-in ones. */
async function othersInSeries(
  { shelves }: Pick<Dependencies["store"], "shelves">,
  instructorId: string,
  { id, series }: Pick<Debate, "id" | "series">,
) {
  const builtIn = [...libraryDebates().values()]
    .map(({ debate: each }) => each)
    .filter((each) => each.id !== id && each.series === series);
  const own = (await shelves.of(instructorId, [])).filter(
    (row) => row.access === "own" && !row.isDraft && row.id !== id && row.listing?.series === series,
  );
  return { builtIn, own, isTooLong: 1 + builtIn.length + own.length > FILE_DEBATES };
}

/** [D32] Whether a debate's series has more debates than one file holds. */
export async function isTooLongSeries(
  store: Pick<Dependencies["store"], "shelves">,
  instructorId: string,
  debate: Pick<Debate, "id" | "series">,
): Promise<boolean> {
  return debate.series !== undefined && (await othersInSeries(store, instructorId, debate)).isTooLong;
}

/** [D32] The debates of a series, in its order. [L15] One is read in each turn of the event loop. */
export async function seriesWith(
  store: Dependencies["store"],
  instructorId: string,
  debate: Debate,
): Promise<Result<Debate[]>> {
  if (debate.series === undefined) return accept([debate]);
  const { builtIn, own, isTooLong } = await othersInSeries(store, instructorId, debate);
  if (isTooLong) return refuse("too-long", `A file holds at most ${FILE_DEBATES} debates.`);
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
