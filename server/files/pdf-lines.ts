/** Words as they are placed on a page: from the left and from the bottom, in points. */
export type PageItem = {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  isRightToLeft?: boolean;
};
type Page = { width: number; height: number };

/** A line of one column; `right`: where the longest line of its column ends; `flow`: a new one begins a new column. */
export type TextLine = {
  text: string;
  x: number;
  end: number;
  y: number;
  size: number;
  left: number;
  right: number;
  flow: number;
  /** Its place on the page: 0 is the top, 1 the bottom. */
  depth: number;
};

type Segment = { items: PageItem[]; x: number; end: number; y: number; size: number };

/** [U2] The lines of a page in the order in which they are read, column after column. */
export function linesOfPage(items: readonly PageItem[], page: Page): { lines: TextLine[]; columns: boolean } {
  const segments = segmentsOf(items);
  const gutter = gutterOf(segments, items, page.width);
  const bands = gutter === null ? [{ full: segments, left: [], right: [] }] : bandsOf(segments, gutter);
  let flow = 0;
  const lines = bands.flatMap((band) =>
    [band.full, band.left, band.right].flatMap((column) => {
      if (column.length > 0) flow += 1;
      return linesOfColumn(column, page, flow);
    }),
  );
  return { lines, columns: gutter !== null };
}

/** Items on one baseline, split at gaps that are wider than a space between words. */
function segmentsOf(items: readonly PageItem[]): Segment[] {
  const rows: PageItem[][] = [];
  for (const item of [...items].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - item.y) <= 0.35 * Math.min(first.size, item.size)) row.push(item);
    else rows.push([item]);
  }
  return rows.flatMap((row) => {
    const segments: Segment[] = [];
    for (const item of row.sort((a, b) => a.x - b.x)) {
      const last = segments.at(-1);
      if (last && item.x - last.end < 1.2 * Math.max(item.size, last.size)) {
        last.items.push(item);
        last.end = Math.max(last.end, item.x + item.width);
        last.size = Math.max(last.size, item.size);
      } else
        segments.push({ items: [item], x: item.x, end: item.x + item.width, y: item.y, size: item.size });
    }
    return segments;
  });
}

/** The narrowest space between two columns, in points, and how finely it is looked for. */
const GUTTER = 8;
const STEP = 2;

/** The middle of the space between two columns, or null where there is one column. */
function gutterOf(segments: readonly Segment[], items: readonly PageItem[], width: number): number | null {
  // How many words stand over each place of the middle of the page. Spaces between words are nowhere below each other but here.
  const over = (x: number) => items.filter((item) => item.x < x && item.x + item.width > x).length;
  const places = Array.from(
    { length: Math.ceil((0.4 * width) / STEP) },
    (_, index) => 0.3 * width + index * STEP,
  );
  const counts = places.map(over);
  const worst = places.map((_, at) => Math.max(...counts.slice(at, at + GUTTER / STEP + 1)));
  const least = Math.min(...worst);
  const first = worst.indexOf(least);
  const length = worst.slice(first).findIndex((count) => count !== least);
  const x = (places[first] ?? 0) + (GUTTER + Math.max(0, length - 1) * STEP) / 2;
  const left = segments.filter(({ end }) => end <= x);
  const right = segments.filter((segment) => segment.x >= x);
  const beside = left.filter(({ y }) => right.some((other) => Math.abs(other.y - y) < 200)).length;
  const isWide = (column: readonly Segment[]) =>
    column.filter(({ x: from, end }) => end - from > width / 6).length >= 3;
  const few = left.length < 4 || right.length < 4 || beside < 3 || !isWide(left) || !isWide(right);
  return few || least > (left.length + right.length) / 3 ? null : x;
}

type Band = { full: Segment[]; left: Segment[]; right: Segment[] };

/** A line over both columns parts what is above it from what is below. */
function bandsOf(segments: readonly Segment[], gutter: number): Band[] {
  const bands: Band[] = [{ full: [], left: [], right: [] }];
  for (const segment of [...segments].sort((a, b) => b.y - a.y)) {
    const crosses = segment.x < gutter && segment.end > gutter;
    let band = bands.at(-1);
    if (!band || (crosses && band.left.length + band.right.length > 0)) {
      band = { full: [], left: [], right: [] };
      bands.push(band);
    }
    if (crosses) band.full.push(segment);
    else (segment.end <= gutter ? band.left : band.right).push(segment);
  }
  return bands;
}

function linesOfColumn(segments: readonly Segment[], { height }: Page, flow: number): TextLine[] {
  const right = Math.max(...segments.map(({ end }) => end));
  const left = Math.min(...segments.map(({ x }) => x));
  const lines: TextLine[] = [];
  let last: Segment | undefined;
  for (const segment of [...segments].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const text = textOf(segment.items);
    const { x, end, y, size } = segment;
    const line = lines.at(-1);
    // A wide gap in one line, as before the number of a table.
    if (line && last && Math.abs(last.y - y) <= 0.35 * Math.min(last.size, size)) {
      line.text += ` ${text}`;
      line.end = end;
    } else lines.push({ text, x, end, y, size, left, right, flow, depth: 1 - y / height });
    last = segment;
  }
  return lines;
}

const CLOSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。「」『』（）！？]/u;

/** The words of a line, with a space where there is a gap. */
function textOf(items: readonly PageItem[]): string {
  const isRightToLeft = items.filter((item) => item.isRightToLeft).length * 2 > items.length;
  const ordered = isRightToLeft ? [...items].sort((a, b) => b.x - a.x) : items;
  let text = "";
  let last: PageItem | undefined;
  for (const item of ordered) {
    const gap =
      last === undefined
        ? 0
        : isRightToLeft
          ? last.x - (item.x + item.width)
          : item.x - (last.x + last.width);
    const isClose = CLOSE.test(text.slice(-1)) && CLOSE.test(item.text.slice(0, 1));
    const isApart = gap > (isClose ? 0.6 : 0.12) * item.size;
    text +=
      last !== undefined && isApart && !/\s$/.test(text) && !/^\s/.test(item.text)
        ? ` ${item.text}`
        : item.text;
    last = item;
  }
  return mended(text);
}

const LIGATURES: Record<string, string> = { ﬀ: "ff", ﬁ: "fi", ﬂ: "fl", ﬃ: "ffi", ﬄ: "ffl", ﬅ: "st", ﬆ: "st" };

/** [U2] Letters that a font has joined, as letters. */
const mended = (text: string) =>
  text
    .replace(/[\ufb00-\ufb06]/g, (joined) => LIGATURES[joined] ?? joined)
    .replace(/\u00ad(?=.)/g, "")
    .trim();
