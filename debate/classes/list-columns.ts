import { isNamed, usesByHeaders } from "#debate/classes/list-headers.ts";
import type { Row } from "#debate/classes/list-rows.ts";
import type { ColumnUse } from "#debate/rules/classes.ts";

/** How many rows are looked at to tell what columns are, and how many a title may take before the header. */
const LOOKED_AT = 200;
const BEFORE_HEADER = 5;
/** How many of a column's values must look alike. */
const MOST = 0.9;
/** [W1] How much of a value is looked at, in characters. */
const READ = 400;

const NAME = /^[\p{L}\p{M}][\p{L}\p{M}\s.,'’・＝=-]*[\p{L}\p{M}.]$/u;
const NUMBER = /^[A-Za-z]{0,4}[-_]?\d+$/u;
const GROUP = /^\d{0,2}[-年 ]{0,2}(?:\d{1,2}|\p{L})[組班]?$/u;

export type Table = { header: readonly string[]; uses: ColumnUse[]; rows: readonly Row[] };

/** Finds a table's header and what its columns are; `none` where that can't be told. */
export function tableIn(rows: readonly Row[]): Table {
  const at = headerAt(rows);
  const header = rows[at]?.cells ?? [];
  const below = rows.slice(at + 1);
  const width = Math.max(...rows.slice(0, LOOKED_AT).map(({ cells }) => cells.length));
  const byHeader = usesByHeaders(Array.from({ length: width }, (_, column) => header[column] ?? ""));
  const byValues = usesByValues(below, width);
  if (at === -1) return { header, uses: byValues, rows: below };
  if (isNamed(byHeader)) return { header, uses: byHeader, rows: below };
  const uses = byHeader.map((use, column) => {
    const likely = byValues[column] ?? "none";
    return use === "none" && !byHeader.includes(likely) ? likely : use;
  });
  return { header, uses, rows: below };
}

/** The header's place: a row that has a word for names, or words above numbers; -1 without one. */
function headerAt(rows: readonly Row[]): number {
  const named = rows.slice(0, BEFORE_HEADER).findIndex(({ cells }) => isNamed(usesByHeaders(cells)));
  if (named !== -1) return named;
  const [first, ...others] = rows.slice(0, LOOKED_AT);
  const isAboveNumbers = (cell: string, column: number) =>
    /^\D+$/u.test(cell.trim()) && mostly(valuesOf(others, column), (value) => /\d/u.test(value));
  return others.length > 1 && first?.cells.some(isAboveNumbers) ? 0 : -1;
}

function usesByValues(rows: readonly Row[], width: number): ColumnUse[] {
  const columns = Array.from({ length: width }, (_, column) => valuesOf(rows.slice(0, LOOKED_AT), column));
  const uses = columns.map((values): ColumnUse => {
    const different = new Set(values).size;
    if (mostly(values, (value) => NUMBER.test(value)) && different * 2 >= values.length) return "number";
    if (mostly(values, (value) => GROUP.test(value)) && different < values.length) return "group";
    return mostly(values, (value) => NAME.test(value)) && different * 2 >= values.length ? "name" : "none";
  });
  const names = columns.filter((_, column) => uses[column] === "name");
  const written = names.filter((values) => !mostly(values, isKana));
  const [name, ...more] = written.length > 0 ? written : names;
  return uses.map((use, column) => {
    // Two columns of names can be given and family names, in either order.
    if (use === "name") return columns[column] === name && more.length === 0 ? "name" : "none";
    return uses.indexOf(use) === column ? use : "none";
  });
}

const isKana = (value: string) =>
  /^[\p{Script=Hiragana}\p{Script=Katakana}ー・\s]+$/u.test(value.slice(0, READ).normalize("NFKC"));

const mostly = (values: readonly string[], is: (value: string) => boolean) =>
  values.length > 0 && values.filter(is).length >= MOST * values.length;

export function valuesOf(rows: readonly Row[], column: number): string[] {
  return rows.map(({ cells }) => (cells[column] ?? "").trim()).filter((value) => value !== "");
}
