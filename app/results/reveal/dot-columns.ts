/** A dot in a picture: its middle, and which value it stands for. */
export type Dot = { x: number; y: number; value: number };

type Plot = {
  width: number;
  /** For the dots, above the axis. */
  height: number;
  /** The widest dot. */
  largest: number;
  /** The most columns; where there are more values, neighbors share one. */
  columns: number;
};

/** Where dots stand, their size, and the middle of the place of any value between the ends. */
export type DotPlot = { dots: Dot[]; size: number; place: (value: number) => number };

type Values = {
  /** The lowest and highest value, and how far apart neighbors are. */
  low: number;
  high: number;
  step: number;
};

const SMALLEST = 3;

/**
 * Dots stacked by value on an axis, the lowest value left. Every dot is one of `values`, and all are equally large: a tall
 * column becomes several dots wide before they shrink.
 */
export function dotColumns(values: readonly number[], { low, high, step }: Values, plot: Plot): DotPlot {
  const { width, height, largest, columns: most } = plot;
  const places = Math.round((high - low) / step) + 1;
  const shared = Math.ceil(places / most);
  const columns = Math.ceil(places / shared);
  const columnWidth = width / columns;
  const columnOf = (value: number) => Math.floor(Math.round((value - low) / step) / shared);
  const stacks = new Map<number, number[]>();
  for (const value of values)
    stacks.set(
      columnOf(value),
      [...(stacks.get(columnOf(value)) ?? []), value].sort((a, b) => a - b),
    );
  const tallest = Math.max(1, ...[...stacks.values()].map(({ length }) => length));
  const { size, abreast } = sizeFor({ tallest, columnWidth, height, largest });
  const middle = (column: number) => (column + 0.5) * columnWidth;
  const dots = [...stacks].flatMap(([column, stack]) =>
    stack.map((value, at): Dot => {
      const [row, along] = [Math.floor(at / abreast), at % abreast];
      const inRow = Math.min(abreast, stack.length - row * abreast);
      const x = middle(column) + (along - (inRow - 1) / 2) * size;
      return { x: round(x), y: round(height - (row + 0.5) * size), value };
    }),
  );
  const place = (value: number) => ((value - low) / step / shared + 0.5 / shared) * columnWidth;
  return { dots, size, place };
}

type Room = { tallest: number; columnWidth: number; height: number; largest: number };

/** The largest dot with which the tallest column fits, and how many stand side by side in it. */
function sizeFor({ tallest, columnWidth, height, largest }: Room): { size: number; abreast: number } {
  for (let size = largest; size > SMALLEST; size -= 0.5) {
    // Between neighbors stays a gap, so that columns are seen as such.
    const most = Math.floor((0.9 * columnWidth) / size);
    const rows = most > 0 && Math.ceil(tallest / most);
    // As even as the rows allow: fifty dots are four rows of thirteen, and not three of sixteen and two.
    if (rows && rows * size <= height) return { size, abreast: Math.ceil(tallest / rows) };
  }
  return { size: SMALLEST, abreast: Math.max(1, Math.floor(columnWidth / SMALLEST)) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
