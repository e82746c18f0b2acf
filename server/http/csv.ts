import { stringify } from "csv-stringify/sync";

/**
 * What a spreadsheet would take for a formula begins so: a cell, or what becomes one where semicolons, tabs or lines are taken
 * for the ends of cells. White space and quotation marks before it are passed over.
 */
const FORMULA =
  /(^|[;\t\n])([\s"'\p{Quotation_Mark}\p{Default_Ignorable_Code_Point}]*)(?=[=+\-@\u2212\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20])/gu;

/** [W8] Rows for a spreadsheet, in which all that people wrote is text. JSON has it as it was written. */
export function csvOf(columns: string[], rows: object[]): string {
  return stringify(rows, {
    columns,
    header: true,
    bom: true, // how spreadsheets tell UTF-8
    cast: { boolean: String, string: (text) => text.replace(FORMULA, "$1$2'") },
  });
}
