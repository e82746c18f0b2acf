import { readersByRebuttal, receiveInSlices } from "#debate/counting/ranking.ts";
import { votersOf } from "#debate/counting/tally.ts";
import { inSlices } from "#server/platform/slices.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { ExportRow, NamedPeople, Rows } from "#server/sessions/export-rows.ts";
import type { DrawnIds } from "#server/sessions/export-without-names.ts";
import type { RebuttalRecord } from "#server/store/rebuttal-rows.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

type Store = Dependencies["store"];
type Encountered = "endorsements" | "exposures";

/**
 * Who endorsed, or was shown, which rebuttal. [K4] Without those of its author, so a recount needs no author. Sorted, since
 * the order in which they were stored tells times; [V40] in the order of drawn ids, where there are any.
 */
export async function encounterRows(
  store: Store,
  { id }: SessionRecord,
  table: Encountered,
  people: NamedPeople,
  drawn: DrawnIds | null,
): Promise<Rows> {
  const readersOf = await inSlices(readersByRebuttal((await store.rebuttals.encounters(id))[table]));
  const keyOf = drawn ?? ((id: string) => id);
  const inOrder = (one: string, other: string) => (keyOf(one) < keyOf(other) ? -1 : 1);
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

/**
 * [V8] How many people endorsed, or were shown, each published rebuttal, exactly as in the host's results. A row per person
 * would reveal authors: only they were not shown their own rebuttal. Exposures don't say which camp is For and which is
 * Against: of two equally large camps, the one with one reader fewer is the author's.
 */
export async function encounterCounts(
  store: Store,
  { id }: SessionRecord,
  table: Encountered,
): Promise<Rows> {
  const { endorsements, exposures } = await store.rebuttals.encounters(id);
  const voters = votersOf(await store.ballots.ofSession(id), ["before"]);
  const rebuttals = (await store.rebuttals.ofSession(id)).filter(({ status }) => status === "published");
  const received = await inSlices(
    receiveInSlices(
      sorted(rebuttals),
      endorsements,
      exposures,
      (participantId) => voters.get(participantId)?.before?.choice,
    ),
  );
  if (table === "endorsements")
    return {
      columns: ["rebuttal", "for", "against", "undecided", "noCamp"],
      rows: received.map(({ id, endorsements, uncamped }) => ({
        rebuttal: id,
        ...endorsements,
        noCamp: uncamped,
      })),
    };
  return {
    columns: ["rebuttal", "fewer", "more"],
    rows: received.map(({ id, exposed }) => ({
      rebuttal: id,
      fewer: Math.min(exposed.for, exposed.against),
      more: Math.max(exposed.for, exposed.against),
    })),
  };
}

function sorted(rebuttals: readonly RebuttalRecord[]): RebuttalRecord[] {
  return [...rebuttals].sort((one, other) => (one.id < other.id ? -1 : 1));
}
