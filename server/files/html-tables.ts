import { sideOfHeading } from "#debate/content/side-headings.ts";

/** A heading by its level, or what else the words are. */
export type BlockKind = "paragraph" | "item" | "quotation" | "note" | 1 | 2 | 3 | 4 | 5 | 6;
export type Block = { kind: BlockKind; text: string };
/** The cells of a table, row by row, each with its blocks. */
export type Rows = Block[][][];

/**
 * [U3] The words of a table, a line for each row of one block. A table of two columns under "For" and "Against" is two texts instead, and one of
 * a single row or column is only a layout.
 */
export function blocksOfTable(rows: Rows): Block[] {
  const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
  const heads = (filled[0] ?? []).map((cell) => cell.map(({ text }) => text).join(" "));
  if (filled.length > 1 && heads.length === 2 && heads.every((head) => sideOfHeading(head) !== undefined)) {
    const column = (at: number): Block[] => [
      { kind: 2, text: heads[at] ?? "" },
      ...filled.slice(1).flatMap((row) => row[at] ?? []),
    ];
    return [...column(0), ...column(1)];
  }
  if (filled.length === 1 || filled.every((row) => row.length <= 1)) return filled.flat(2);
  return [{ kind: "paragraph", text: filled.map((row) => `- ${inRow(row)}`).join("\n") }];
}

const inRow = (row: Block[][]) =>
  row
    .map((cell) => cell.map(({ text }) => text.replaceAll("\n", " ")).join(" "))
    .filter((cell) => cell !== "")
    .join(" | ");
