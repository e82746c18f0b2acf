import { readersByRebuttal } from "#debate/counting/ranking.ts";
import { inSlices } from "#server/platform/slices.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { type DrawnIds, inOrderOf } from "#server/sessions/drawn-ids.ts";
import type { People } from "#server/sessions/export-people.ts";
import { type ExportRow, type NamedPeople, type Rows, tabular, time } from "#server/sessions/export-rows.ts";
import type { RebuttalRecord } from "#server/store/rebuttals/rebuttal-rows.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** All rebuttals, in the order in which they were posted. */
export function rebuttalRows(rebuttals: readonly RebuttalRecord[], people: People): Rows {
  const columns = [
    "id",
    "side",
    "body",
    "quoteSide",
    "quoteParagraph",
    "quote",
    "quoteVersion",
    "replyTo",
    "source",
    "starter",
    "endorsements",
    "status",
    "edited",
    "mergedInto",
    "at",
  ];
  return tabular(
    people.areNamed ? [...people.columns, ...columns] : columns,
    rebuttals
      .toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
      .map(({ participantId, quote, endorsed, ...rebuttal }) => ({
        ...(people.areNamed && people.of(participantId)),
        id: rebuttal.id,
        side: rebuttal.side,
        body: rebuttal.body,
        quoteSide: quote?.side ?? null,
        quoteParagraph: quote?.n ?? null,
        quote: quote?.exact ?? null,
        quoteVersion: quote?.version ?? null,
        replyTo: rebuttal.replyTo ?? null,
        source: rebuttal.source ?? null,
        starter: rebuttal.starter ?? null,
        endorsements: endorsed,
        status: rebuttal.status,
        edited: rebuttal.editedAt !== undefined,
        mergedInto: rebuttal.mergedInto ?? null,
        at: time(rebuttal.at),
      })),
  );
}

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
