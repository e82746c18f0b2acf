import type { Matrix } from "#debate/counting/movement.ts";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";

/** A part of a stacked bar that has people; `labelY` is moved off its middle where labels would collide. */
export type Segment = { choice: Choice; people: number; y: number; height: number; labelY: number };

/** The people who chose `from` first and `to` later, as a ribbon between the bars. */
export type Stream = { from: Choice; to: Choice; people: number; path: string; moved: boolean };

export type FlowFrame = {
  width: number;
  height: number;
  barWidth: number;
  /** Between the segments of a bar. */
  gap: number;
  /** Beside each bar, for its labels. */
  margin: number;
  labelHeight: number;
  /** Above the bars, for the names of the rounds. */
  head: number;
};

export type FlowGeometry = {
  first: Segment[];
  later: Segment[];
  streams: Stream[];
  leftX: number;
  rightX: number;
};

/** Where bars and streams lie. Heights are in proportion to people; both bars are equally tall. */
export function flowGeometry(matrix: Matrix, frame: FlowFrame): FlowGeometry {
  const { width, height, barWidth, gap, margin } = frame;
  const rows = matrix.map((row) => row[0] + row[1] + row[2]);
  const columns = CHOICES.map((_, column) => matrix.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const n = rows.reduce((sum, row) => sum + row, 0);
  const scale = n === 0 ? 0 : (height - 2 * gap) / n;
  const first = stack(rows, scale, frame);
  const later = stack(columns, scale, frame);
  const leftX = margin + barWidth;
  const rightX = width - margin - barWidth;

  const used = { left: first.map(({ y }) => y), right: later.map(({ y }) => y) };
  const streams = CHOICES.flatMap((from, row) =>
    CHOICES.map((to, column): Stream => {
      const people = matrix[row]?.[column] ?? 0;
      const thickness = people * scale;
      const start = used.left[row] ?? 0;
      const end = used.right[column] ?? 0;
      used.left[row] = start + thickness;
      used.right[column] = end + thickness;
      return { from, to, people, moved: from !== to, path: ribbon(leftX, start, rightX, end, thickness) };
    }),
  );
  return {
    first: first.filter(hasPeople),
    later: later.filter(hasPeople),
    streams: streams.filter(hasPeople),
    leftX,
    rightX,
  };
}

// The label of an empty segment would push the others beside the wrong parts: the table says that it is 0.
function hasPeople({ people }: { people: number }): boolean {
  return people > 0;
}

function stack(counts: readonly number[], scale: number, { height, gap, labelHeight }: FlowFrame): Segment[] {
  // An empty segment takes no gap, and a bar with fewer gaps stands in the middle.
  const empty = Math.min(2, counts.filter((people) => people === 0).length);
  let y = (empty * gap) / 2;
  const segments = CHOICES.map((choice, place) => {
    const people = counts[place] ?? 0;
    const segment = { choice, people, y, height: people * scale, labelY: y + (people * scale) / 2 };
    if (people > 0) y += people * scale + gap;
    return segment;
  });
  // Down until no two collide, then up again from the foot.
  const labeled = segments.filter(hasPeople);
  let floor = labelHeight / 2;
  for (const segment of labeled) {
    segment.labelY = Math.max(segment.labelY, floor);
    floor = segment.labelY + labelHeight;
  }
  let ceiling = height - labelHeight / 2;
  for (const segment of labeled.toReversed()) {
    segment.labelY = Math.min(segment.labelY, ceiling);
    ceiling = segment.labelY - labelHeight;
  }
  return segments;
}

function ribbon(x0: number, y0: number, x1: number, y1: number, thickness: number): string {
  const middle = (x0 + x1) / 2;
  const [a, b, c, d, e, f, m] = [x0, y0, x1, y1, y1 + thickness, y0 + thickness, middle].map(
    (value) => Math.round(value * 100) / 100,
  );
  return `M${a} ${b}C${m} ${b} ${m} ${d} ${c} ${d}V${e}C${m} ${e} ${m} ${f} ${a} ${f}Z`;
}
