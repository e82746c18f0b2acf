import { stringify } from "csv-stringify/sync";

export function csvOf(columns: string[], rows: object[]): string {
  return stringify(rows, {
    columns,
    header: true,
    bom: true, // how spreadsheets tell UTF-8
    escape_formulas: true,
    cast: { boolean: String },
  });
}
