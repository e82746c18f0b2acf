import { expect, test } from "vitest";
import { csvOf } from "#server/http/csv.ts";

const SIGNS = [..."=+-@\u2212\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b"];
const BEFORE = [
  "",
  " ",
  "\t",
  "\n",
  "\u00a0",
  "\u3000",
  '"',
  "'",
  "\u201c",
  ' "',
  "\u200b",
  "a;",
  "a; ",
  "a\t",
  "a\n",
  'a;"',
  "a\n\n ",
];
const AFTER = ["1+1", "cmd|' /C calc'!A0", 'HYPERLINK("https://a.example";"x")', "SUM(1)*", " 1"];

const CELLS = BEFORE.flatMap((before) =>
  SIGNS.flatMap((sign) => AFTER.map((after) => before + sign + after)),
);

test("[W8] no cell is a formula, also where a spreadsheet splits cells at other characters", () => {
  const csv = csvOf(
    ["cell"],
    CELLS.map((cell) => ({ cell })),
  );
  const cells = cellsOf(csv);
  expect(cells).toHaveLength(CELLS.length + 1);
  expect(CELLS.length).toBeGreaterThan(1_000);
  const signs = SIGNS.map((sign) => `\\u{${sign.charCodeAt(0).toString(16)}}`).join("|");
  const opens = new RegExp(`^[\\s"'\u201c\u200b]*(?<!')(?:${signs})`, "u");
  for (const cell of [...cells, ...csv.split(/[;\t\n]/u)]) expect(cell).not.toMatch(opens);
});

test("[W8] everything else is unchanged", () => {
  const kept = [
    "Ada",
    "a-b",
    "a = b",
    "x@example.org",
    'said "no", and left',
    "a\nb",
    "",
    "1;2",
    "caf\u00e9",
    "'quoted'",
  ];
  const rows = kept.map((cell, index) => ({ index: -index, cell, is: true, none: null }));
  const [head = "", ...lines] = csvOf(["index", "cell", "is", "none"], rows).slice(1).split("\n");
  expect(head).toBe("index,cell,is,none");
  expect(lines[0]).toBe("0,Ada,true,");
  expect(lines[1]).toBe("-1,a-b,true,");
  expect(cellsOf(csvOf(["cell"], rows)).slice(1)).toEqual(kept);
});

/** The cells of a table of one column, as RFC 4180 has them. */
function cellsOf(csv: string): string[] {
  const cells = csv.slice(1).match(/"(?:[^"]|"")*"\n|[^\n]*\n/gu) ?? [];
  return cells.map((cell) =>
    cell
      .slice(0, -1)
      .replace(/^"([\s\S]*)"$/u, "$1")
      .replaceAll('""', '"'),
  );
}

test("[W8] a cell of half a million tabs, spaces or quotation marks is looked at once for each character", () => {
  for (const run of ["\t", " ", '"', "\n ", "; "]) {
    const cell = run.repeat(250_000);
    // What starts anew at each character needs minutes.
    expect(csvOf(["cell"], [{ cell: `${cell}x` }]).length).toBeGreaterThan(cell.length);
    expect(csvOf(["cell"], [{ cell: `${cell}=1` }])).toContain("'=1");
  }
});
