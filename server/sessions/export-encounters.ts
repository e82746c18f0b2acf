import { readersByRebuttal } from "#debate/counting/ranking.ts";
import { inSlices } from "#server/platform/slices.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { ExportRow, NamedPeople, Rows } from "#server/sessions/export-rows.ts";
import type { RebuttalRecord } from "#server/store/rebuttal-rows.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

type Store = Dependencies["store"];
type Encountered = "endorsements" | "exposures";

/**
 * Who endorsed, or was shown, which rebuttal. [K4] Without those of its author, so a recount needs no author. Sorted, since
 * the order in which they were stored tells times.
 */
export async function encounterRows(
  store: Store,
  { id }: SessionRecord,
  table: Encountered,
  people: NamedPeople,
): Promise<Rows> {
  const readersOf = await inSlices(readersByRebuttal((await store.rebuttals.encounters(id))[table]));
  const rebuttals = sorted(await store.rebuttals.ofSession(id));
  function* rows(): Generator<ExportRow> {
    for (const { id, participantId: author } of rebuttals)
      for (const reader of [...new Set(readersOf.get(id))].sort())
        if (reader !== author) yield { rebuttal: id, ...people.of(reader) };
  }
  return { columns: ["rebuttal", ...people.columns], rows: rows() };
}

function sorted(rebuttals: readonly RebuttalRecord[]): RebuttalRecord[] {
  return [...rebuttals].sort((one, other) => (one.id < other.id ? -1 : 1));
}
