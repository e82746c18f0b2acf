import type { Context } from "hono";
import type { Table } from "#debate/protocol/answers/export-tables.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { csvOf } from "#server/http/csv.ts";
import { divided, ownTurn } from "#server/platform/slices.ts";
import type { Rows } from "#server/sessions/export-rows.ts";

export const FORMATS = ["csv", "json"] as const;
type Format = (typeof FORMATS)[number];
const NAMES = ["yes", "no"] as const;

/** In which form a request asks for a table: the format, and [V40] whether with names. */
export function formOf({ req }: Context): Result<{ format: Format; withNames: boolean }> {
  const format = FORMATS.find((each) => each === (req.query("format") ?? "json"));
  if (!format) return refuse("malformed", "format: csv or json");
  const names = NAMES.find((each) => each === (req.query("names") ?? "yes"));
  return names ? accept({ format, withNames: names === "yes" }) : refuse("malformed", "names: yes or no");
}

/** [V40] What a file is called: it says if it has no names. */
export function tableFile(
  table: string,
  { format, withNames }: { format: Format; withNames: boolean },
): string {
  return `${table}${withNames ? "" : "-no-names"}.${format}`;
}

/** So many rows are written in about a millisecond. */
export const ROWS_AT_ONCE = 100;

type File = { body: ReadableStream<Uint8Array>; type: string };

/** An exported table as a file. */
export function exportFile(format: Format, table: Table, rows: Rows): File {
  return format === "csv" ? csvFile(rows) : { body: sent(jsonParts(table, rows)), type: "application/json" };
}

export function csvFile(rows: Rows): File {
  return { body: sent(csvParts(rows)), type: "text/csv; charset=utf-8" };
}

/**
 * [L15] A hundred rows in each turn of the event loop: exposures are up to hundreds of thousands. They are sent as they are written,
 * because tens of megabytes put together hold the loop, too. A part is written only once the one before was taken [L8], and rows are let
 * go when the reader leaves.
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

function* csvParts({ columns, rows }: Rows): Generator<string, undefined> {
  let isStart = true;
  for (const part of divided(rows, ROWS_AT_ONCE)) {
    yield csvOf(columns, part, isStart);
    isStart = false;
  }
  if (isStart) yield csvOf(columns, []);
}

function* jsonParts(table: Table, { rows }: Rows): Generator<string, undefined> {
  let before = `{"table":"${table}","rows":[`;
  for (const part of divided(rows, ROWS_AT_ONCE)) {
    yield before + JSON.stringify(part).slice(1, -1);
    before = ",";
  }
  yield before === "," ? "]}" : `${before}]}`;
}
