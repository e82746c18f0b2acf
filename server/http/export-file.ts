import type { Context } from "hono";
import type { Table } from "#debate/protocol/answers/export-tables.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { csvOf } from "#server/http/csv.ts";
import { divided, ownTurn } from "#server/platform/slices.ts";
import type { Rows } from "#server/sessions/export-rows.ts";

export const FORMATS = ["csv", "json"] as const;
type Format = (typeof FORMATS)[number];
const NAMES = ["yes", "no"] as const;

export function formOf({ req }: Context): Result<{ format: Format; withNames: boolean }> {
  const format = FORMATS.find((each) => each === (req.query("format") ?? "json"));
  if (!format) return refuse("malformed", "format: csv or json");
  const names = NAMES.find((each) => each === (req.query("names") ?? "yes"));
  return names ? accept({ format, withNames: names === "yes" }) : refuse("malformed", "names: yes or no");
}

/** [V40] A file's name says if it has no names of people. */
export function tableFile(
  table: string,
  { format, withNames }: { format: Format; withNames: boolean },
): string {
  return `${table}${withNames ? "" : "-no-names"}.${format}`;
}

/** Rows that are written in about a millisecond. */
export const ROWS_AT_ONCE = 100;

type File = { body: ReadableStream<Uint8Array>; type: string };

/** `planHash`: [M33] of what was planned before the first vote, if anything was. */
export function exportFile(format: Format, table: Table, rows: Rows, planHash?: string): File {
  if (format === "csv") return csvFile(rows);
  return { body: sent(jsonParts(table, rows, planHash)), type: "application/json" };
}

/** Rows of the columns' names, or of as many cells. */
type Sheet = { columns: string[]; rows: Iterable<object> };

export function csvFile(rows: Sheet): File {
  return { body: sent(csvParts(rows)), type: "text/csv; charset=utf-8" };
}

/**
 * [L15] Sends a part in each turn of the event loop, because joining tens of megabytes would block it, and only once the part
 * before was taken [L8]. Ends the generator when the reader leaves.
 */
export function sent(parts: Generator<string | Uint8Array, undefined>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await ownTurn();
        const { done, value } = parts.next();
        if (done) controller.close();
        else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
      },
      cancel() {
        parts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

function* csvParts({ columns, rows }: Sheet): Generator<string, undefined> {
  let isStart = true;
  for (const part of divided(rows, ROWS_AT_ONCE)) {
    yield csvOf(columns, part, isStart);
    isStart = false;
  }
  if (isStart) yield csvOf(columns, []);
}

function* jsonParts(table: Table, { rows }: Rows, planHash?: string): Generator<string, undefined> {
  const planned = planHash === undefined ? "" : `"planHash":"${planHash}",`;
  let before = `{"table":"${table}",${planned}"rows":[`;
  for (const part of divided(rows, ROWS_AT_ONCE)) {
    yield before + JSON.stringify(part).slice(1, -1);
    before = ",";
  }
  yield before === "," ? "]}" : `${before}]}`;
}
