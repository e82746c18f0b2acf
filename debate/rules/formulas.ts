/** Signs with which a spreadsheet's formula begins. */
export const FORMULA_SIGNS: ReadonlySet<string> = new Set(
  "=+-@\u2212\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20",
);
