import { stringify } from "csv-stringify/sync";

/**
 * The start of what a spreadsheet would take for a formula: at the start of a cell, or after a semicolon, tab or line
 * break, which can also separate cells. White space and quotation marks before it are ignored.
 */
const FORMULA =
  /(^|[;\t\n])([\s"'\p{Quotation_Mark}\p{Default_Ignorable_Code_Point}]*)(?=[=+\-@\u2212\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20])/gu;

/**
 * [W8] Rows for a spreadsheet, which shows everything that people wrote as text. JSON keeps it unchanged. `isStart`: whether
 * they are the first of their file, which have the headings before them.
 */
export function csvOf(columns: string[], rows: object[], isStart = true): string {
  return stringify(rows, {
    columns,
    header: isStart,
    bom: isStart, // so that spreadsheets recognize UTF-8
    cast: { boolean: String, string: (text) => text.replace(FORMULA, "$1$2'") },
  });
}
