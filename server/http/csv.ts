import { stringify } from "csv-stringify/sync";

/** What begins a formula in a spreadsheet. */
const SIGNS: ReadonlySet<string> = new Set("=+-@\u2212\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20");
/** White space and quotation marks, which are ignored before it, and what can also separate cells. */
const RUN = /[\s;"'\p{Quotation_Mark}\p{Default_Ignorable_Code_Point}]+/gu;
const SEPARATOR = /[;\t\n]/u;

/** A text with an apostrophe before what would begin a formula, at its start or that of a cell in it. Linear in its length. */
function withoutFormula(text: string): string {
  const guarded = text.replace(RUN, (run: string, at: number) => {
    const startsCell = at === 0 || SEPARATOR.test(run);
    return startsCell && SIGNS.has(text.charAt(at + run.length)) ? `${run}'` : run;
  });
  return SIGNS.has(text.charAt(0)) ? `'${guarded}` : guarded;
}

/**
 * [W8] Rows for a spreadsheet, which shows everything that people wrote as text. JSON keeps it unchanged. `isStart`: whether
 * they are the first of their file, which have the headings before them.
 */
export function csvOf(columns: string[], rows: object[], isStart = true): string {
  return stringify(rows, {
    columns,
    header: isStart,
    bom: isStart, // so that spreadsheets recognize UTF-8
    cast: { boolean: String, string: withoutFormula },
  });
}
