import { CsvError, type Options, parse } from "csv-parse/sync";
import type { Row } from "#debate/classes/list-rows.ts";
import { FileRefused } from "#server/files/file-refused.ts";

export type Separator = "\t" | ";" | "|" | ",";
/** Commas also stand within names. */
const SEPARATORS: readonly Separator[] = ["\t", ";", "|", ","];
/** How many rows tell the separator, and how many of them must have the same number of cells. */
const LOOKED_AT = 100;
const MOST = 0.6;
/** Of a row, in bytes. A file of other data can be one row. */
const ROW_BYTES = 20_000;
/** Nothing, or the signs of an empty row. */
const BLANK = /^[\s\p{P}]*$/u;

/** The separator that divides most rows into the same number of cells; null where none does, as in a list of names. */
export function separatorOf(text: string): Separator | null {
  let [best, share] = [null as Separator | null, MOST];
  for (const separator of SEPARATORS) {
    const widths = csvRows(text, separator, LOOKED_AT).map(({ cells }) => cells.length);
    const counts = new Map<number, number>();
    for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
    const own = Math.max(0, ...counts.values()) / widths.length;
    if (own > share) [best, share] = [separator, own];
  }
  return best;
}

/** Rows that are not blank. Where quotes are not closed, they are letters like others. */
export function csvRows(text: string, delimiter: Separator, most?: number): Row[] {
  try {
    return parsed(text, delimiter, most, '"');
  } catch (error) {
    if (error instanceof CsvError) return unquotedRows(text, delimiter, most);
    throw error;
  }
}

export function unquotedRows(text: string, delimiter: Separator, most?: number): Row[] {
  try {
    return parsed(text, delimiter, most, false);
  } catch (error) {
    throw error instanceof CsvError ? new FileRefused("corrupt") : error;
  }
}

function parsed(text: string, delimiter: Separator, to: number | undefined, quote: Options["quote"]): Row[] {
  const records: unknown = parse(text, {
    bom: true,
    delimiter,
    info: true,
    max_record_size: ROW_BYTES,
    quote,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_empty_values: true,
    ...(to !== undefined && { to }),
  });
  return (records as { info: { lines: number }; record: string[] }[])
    .map(({ info, record }) => ({ line: info.lines, cells: record }))
    .filter(({ cells }) => !cells.every((cell) => BLANK.test(cell)));
}
