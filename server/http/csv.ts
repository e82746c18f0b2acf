import { stringify } from "csv-stringify/sync";
import { FORMULA_SIGNS } from "#debate/rules/formulas.ts";

/** Separators of cells, and characters that a spreadsheet skips before a formula. */
const RUN = /[\s;"'\p{Quotation_Mark}\p{Default_Ignorable_Code_Point}]+/gu;
const SEPARATOR = /[;\t\n]/u;

/** Puts an apostrophe before every possible formula, also after separators. Linear in the text's length. */
function withoutFormula(text: string): string {
  const guarded = text.replace(RUN, (run: string, at: number) => {
    const startsCell = at === 0 || SEPARATOR.test(run);
    return startsCell && FORMULA_SIGNS.has(text.charAt(at + run.length)) ? `${run}'` : run;
  });
  return FORMULA_SIGNS.has(text.charAt(0)) ? `'${guarded}` : guarded;
}

/**
 * [W8] Rows for a spreadsheet, in which people's words are never formulas. JSON has them unchanged. `isStart`: with the headings.
 */
export function csvOf(columns: string[], rows: readonly object[], isStart = true): string {
  // The mark at the beginning is for spreadsheets, to recognize UTF-8.
  return written(columns, rows, { header: isStart, bom: isStart });
}

/** The same for programs, without the mark at the beginning. */
export function plainCsv(columns: string[], rows: readonly object[]): string {
  return written(columns, rows, { header: true, bom: false });
}

function written(columns: string[], rows: readonly object[], how: { header: boolean; bom: boolean }): string {
  return stringify([...rows], { columns, ...how, cast: { boolean: String, string: withoutFormula } });
}
