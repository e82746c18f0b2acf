import { sortedInSlices } from "#debate/counting/sorted.ts";
import type { Table } from "#debate/protocol/answers/export-tables.ts";
import { isAboutSeat } from "#debate/rules/log.ts";
import type { ActivityTable } from "#server/activities/activity-use.ts";
import { TABLES } from "#server/activities/index.ts";
import { inSlices } from "#server/platform/slices.ts";
import type { DrawnIds } from "#server/sessions/drawn-ids.ts";
import type { ExportRow, Rows } from "#server/sessions/export-rows.ts";
import type { EventRecord } from "#server/store/sessions/events.ts";

/** Columns with ids of what people wrote, and of tables at which they sat. */
const IDS = [
  ...["id", "rebuttal", "head", "creditRebuttal", "replyTo", "mergedInto", "group"],
  ...Object.values(TABLES).flatMap((table) => ("ids" in table ? table.ids : [])),
];
/** Times and tables, which the class has seen; and the host's own words, which may name someone. */
const IDENTIFYING = ["at", "castAt", "drawnAt", "table", "name", "filterWords"];
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/giu;
/** The ids to sort by; rows with equal ones, as of one conversation, stay in order. */
const ORDER: { [table in Table]?: readonly string[] } = {
  ballots: ["participant"],
  rebuttals: ["id"],
  endorsements: ["rebuttal"],
  exposures: ["rebuttal"],
  participants: ["participant"],
  ...Object.fromEntries(Object.entries<ActivityTable>(TABLES).map(([table, { order }]) => [table, order])),
  design: [],
  merged: ["rebuttal"],
};

/**
 * [V40] Removes ids and times from a table whose people have drawn ids, and sorts it by these. [L15] Rows from a generator are
 * sorted already.
 */
export async function withoutNames(table: Table, { columns, rows }: Rows, drawn: DrawnIds): Promise<Rows> {
  const order = ORDER[table];
  if (!order) return { columns, rows };
  const kept = columns.filter((column) => !IDENTIFYING.includes(column));
  const redrawn = (row: ExportRow): ExportRow =>
    Object.fromEntries(
      kept.map((column) => {
        const value = row[column] ?? null;
        return [column, IDS.includes(column) && typeof value === "string" ? drawn(value) : value];
      }),
    );
  function* one(): Generator<ExportRow> {
    for (const row of rows) yield redrawn(row);
  }
  if (!Array.isArray(rows)) return { columns: kept, rows: one() };
  const placeOf = (row: ExportRow) => order.map((column) => row[column]).join(" ");
  const placed = [...one()].map((row) => ({ row, place: placeOf(row) }));
  const inOrder = await inSlices(
    sortedInSlices(placed, (some, other) =>
      some.place < other.place ? -1 : some.place > other.place ? 1 : 0,
    ),
  );
  return { columns: kept, rows: inOrder.map(({ row }) => row) };
}

/** [V40] The log without students' actions, whose times reveal who acted, and without whom the host removed or called. */
export function eventsWithoutNames(events: readonly EventRecord[], drawn: DrawnIds): EventRecord[] {
  return events
    .filter(({ actor }) => actor !== "participant")
    .map((event) => ({ ...event, detail: isAboutSeat(event.kind) ? "" : event.detail.replace(UUID, drawn) }));
}
