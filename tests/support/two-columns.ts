type Column = { head?: string; lines: string[] };

/** A page with a title over two columns, whose heads are in larger letters. */
export const page = (left: Column, right: Column, title?: string) => [
  ...(title ? [{ text: title, x: 50, y: 800, size: 20 }] : []),
  ...[left, right].flatMap(({ head, lines }, column) => [
    ...(head ? [{ text: head, x: 50 + 270 * column, y: 760, size: 15 }] : []),
    ...lines.map((text, n) => ({ text, x: 50 + 270 * column, y: 730 - 14 * n })),
  ]),
];
/** Four lines that name where they stand, and how they begin and end. */
export const lines = (place: string, { from = "The words", to = "end here." } = {}) => [
  `${from} of the ${place} are printed here`,
  `and the second line of the ${place} goes on`,
  `and the third line of the ${place} goes on`,
  `and the ${place} is at its ${to}`,
];
export const TITLE = "Cats or dogs as pets of a whole town";

/** Two texts in columns over two pages, where nothing tells whose the second page is. */
export const uncertainColumns = () => [
  page({ head: "Why cats", lines: lines("for1") }, { head: "Why dogs", lines: lines("against1") }, TITLE),
  page({ lines: lines("for2") }, { lines: lines("against2") }),
];
