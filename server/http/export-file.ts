import { csvOf } from "#server/http/csv.ts";
import { divided, ownTurn } from "#server/platform/slices.ts";
import type { Table } from "#server/sessions/export.ts";
import type { Rows } from "#server/sessions/export-rows.ts";

export const FORMATS = ["csv", "json"] as const;

/** So many rows are written in about a millisecond. */
const ROWS_AT_ONCE = 100;

/** [L15] An exported table as a file, a hundred rows in each turn of the event loop: exposures are up to hundreds of thousands. */
export async function exportFile(
  format: (typeof FORMATS)[number],
  table: Table,
  { columns, rows }: Rows,
): Promise<{ text: string; type: string }> {
  const parts: string[] = [];
  for (const part of divided(rows, ROWS_AT_ONCE)) {
    await ownTurn();
    parts.push(
      format === "csv" ? csvOf(columns, part, parts.length === 0) : JSON.stringify(part).slice(1, -1),
    );
  }
  return format === "csv"
    ? { text: parts.length === 0 ? csvOf(columns, []) : parts.join(""), type: "text/csv; charset=utf-8" }
    : { text: `{"table":"${table}","rows":[${parts.join(",")}]}`, type: "application/json" };
}
