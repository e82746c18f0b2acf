import { readersByRebuttal } from "#debate/counting/ranking.ts";
import { inSlices } from "#server/platform/slices.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { type DrawnIds, inOrderOf } from "#server/sessions/drawn-ids.ts";
import type { ExportRow, NamedPeople, Rows } from "#server/sessions/export-rows.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Store = Dependencies["store"];
type Encountered = "endorsements" | "exposures";

/** Who endorsed, or was shown, which rebuttal. [K4] Without those of its author, so a recount needs no author. */
export async function encounterRows(
  store: Store,
  { id }: SessionRecord,
  table: Encountered,
  people: NamedPeople,
  drawn: DrawnIds | null,
): Promise<Rows> {
  const readersOf = await inSlices(readersByRebuttal((await store.rebuttals.encounters(id))[table]));
  const inOrder = inOrderOf(drawn);
  const rebuttals = [...(await store.rebuttals.ofSession(id))].sort((one, other) =>
    inOrder(one.id, other.id),
  );
  function* rows(): Generator<ExportRow> {
    for (const { id, participantId: author } of rebuttals)
      for (const reader of [...new Set(readersOf.get(id))].sort(inOrder))
        if (reader !== author) yield { rebuttal: id, ...people.of(reader) };
  }
  return { columns: ["rebuttal", ...people.columns], rows: rows() };
}
