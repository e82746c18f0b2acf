const ROW = /\S[^\S\n]*(?:\t|\|)[^\S\n]*\S/;
const RULE = /^[\s|:+-]+$/;

/** [U14] The cells of a line that is a row of a table: with tabs between them, or "|". */
function cellsOf(line: string): string[] {
  if (!ROW.test(line)) return [];
  return line
    .replace(/^(?:- )?\s*\|?/, "")
    .replace(/\|?\s*$/, "")
    .split(/\t|\|/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");
}

/** [U14] A text in which each table of two rows or more is what `shown` makes of its rows, apart from the lines around it. */
export function withTables(text: string, shown: (rows: readonly string[]) => string) {
  const lines: string[] = [];
  let rows: { line: string; row: string }[] = [];
  let tables = 0;
  const end = () => {
    if (rows.length > 1) {
      tables += 1;
      lines.push("", shown(rows.flatMap(({ row }) => (row === "" ? [] : [row]))), "");
    } else lines.push(...rows.map(({ line }) => line));
    rows = [];
  };
  for (const line of text.split(/\r\n?|\n/)) {
    const row = cellsOf(line).join(" | ");
    const isRule = RULE.test(line) && line.includes("|") && rows.length > 0;
    const goesOn = isRule || (rows.length > 0 && line.startsWith("- "));
    if (row.includes(" | ") || goesOn) rows.push({ line, row: isRule ? "" : row || line.slice(2) });
    else {
      end();
      lines.push(line);
    }
  }
  end();
  return { text: lines.join("\n"), tables };
}
