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

/** A line of one column; `flow`: a new one begins a new column. */
export type TextLine = {
  text: string;
  x: number;
  end: number;
  y: number;
  size: number;
  flow: number;
  /** Its place on the page: 0 is the top, 1 the bottom. */
  depth: number;
  /** Never joined to the lines around it. */
  isApart?: boolean;
  /** Never joined to the line before it. */
  begins?: boolean;
  /** Which of two columns it stands in, if the page has two. */
  column?: "left" | "right";
  /** Which page it stands on. */
  page?: number;
  /** The cells of a row of a table. */
  cells?: string[];
  isRow?: boolean;
};

type Segment = { items: PageItem[]; x: number; end: number; y: number; size: number };

/** How a page is split into columns: the middle between them, the end of the first, the left edge of the second. */
export type Parting = { middle: number; end: number; edge: number };

/**
 * [U2] The lines of a page in reading order, column after column. `usual`: how other pages are split, for one with too few lines.
 */
export function linesOfPage(items: readonly PageItem[], page: Page, usual: Parting | null): TextLine[] {
  const parting = partingOf(items, page) ?? (usual && isParted(items, usual) ? usual : null);
  const rows = rowsOf(items);
  const bands = parting
    ? bandsOf(segmentsOf(rows, parting), parting)
    : [{ full: segmentsOf(rows), left: [], right: [] }];
  let flow = 0;
  return bands.flatMap(({ full, left, right }) =>
    [
      { segments: full },
      { segments: left, column: "left" as const },
      { segments: right, column: "right" as const },
    ].flatMap(({ segments, ...column }) => {
      if (segments.length > 0) flow += 1;
      return linesOfColumn(segments, page, flow).map((line) => ({ ...line, ...column }));
    }),
  );
}

/** Null for a page with one column. */
export function partingOf(items: readonly PageItem[], { width }: Page): Parting | null {
  const rows = rowsOf(items);
  const gutter = emptiest(items, width);
  const middle = (gutter.from + gutter.to) / 2;
  const before = rows.flatMap((row) => row.findLast((item) => item.x + item.width < middle) ?? []);
  const behind = rows.flatMap((row) => row.find((item) => item.x > middle) ?? []);
  const end = usualOf(before.map((item) => item.x + item.width));
  const parting = { middle, end, edge: usualOf(behind.map(({ x }) => x)) };
  return hasColumns(segmentsOf(rows, parting), gutter, width) ? parting : null;
}

/** Whether a page has lines beside each other, and few over the middle; or lines of one column only. */
function isParted(items: readonly PageItem[], parting: Parting): boolean {
  const { middle, edge } = parting;
  const segments = segmentsOf(rowsOf(items), parting);
  const crossing = segments.filter(({ x, end }) => x < middle && end > edge + 1).length;
  const right = segments.filter(({ x }) => isAt(x, edge));
  return crossing === 0 || (right.length > 0 && crossing * 3 <= segments.length);
}

/** Items by their baseline, from the top. */
function rowsOf(items: readonly PageItem[]): PageItem[][] {
  const rows: PageItem[][] = [];
  for (const item of [...items].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - item.y) <= 0.35 * Math.min(first.size, item.size)) row.push(item);
    else rows.push([item]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

/** The most frequent place; words of lines over both columns are anywhere. */
function usualOf(places: readonly number[]): number {
  const times = new Map<number, number>();
  for (const place of places) times.set(Math.round(place), (times.get(Math.round(place)) ?? 0) + 1);
  return [...times].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

const isAt = (x: number, place: number) => Math.abs(x - place) <= 1.5;

/** Rows split at gaps that are wider than a space between words, and where the second column begins. */
function segmentsOf(rows: readonly PageItem[][], parting?: Parting): Segment[] {
  return rows.flatMap((row) => {
    const segments: Segment[] = [];
    const usual = usualGapIn(row);
    for (const item of row) {
      const last = segments.at(-1);
      const gap = item.x - (last?.end ?? 0);
      const isBehind = parting && last && last.end < parting.edge && isAt(item.x, parting.edge);
      const isWide = gap > Math.min(1.2 * usual, 3 * item.size);
      const begins = isBehind && (isWide || isAt(last.end, parting.end));
      if (last && !begins && gap < Math.max(1.7 * usual, 1.2 * Math.max(item.size, last.size))) {
        last.items.push(item);
        last.end = Math.max(last.end, item.x + item.width);
        last.size = Math.max(last.size, item.size);
      } else
        segments.push({ items: [item], x: item.x, end: item.x + item.width, y: item.y, size: item.size });
    }
    return segments;
  });
}

/** The usual gap between words of a row, which is wide in justified text. 0 for too few words. */
function usualGapIn(row: readonly PageItem[]): number {
  const gaps = row
    .flatMap((item, at) => {
      const next = row[at + 1];
      return next ? [next.x - (item.x + item.width)] : [];
    })
    .filter((gap) => gap > 1)
    .sort((a, b) => a - b);
  const widest = 2 * Math.max(...row.map(({ size }) => size));
  return gaps.length < 3 ? 0 : Math.min(widest, gaps[Math.floor(gaps.length / 2)] ?? 0);
}

/** The narrowest space between two columns, in points, and the step of the search. */
const GUTTER = 8;
const STEP = 2;

/** An upright strip of a page, and how many words stand over it. */
type Gutter = { from: number; to: number; crossing: number };

/** The emptiest strip in the middle of a page: spaces between words are below each other only between columns. */
function emptiest(items: readonly PageItem[], width: number): Gutter {
  const places = Array.from({ length: Math.ceil((0.4 * width) / STEP) }, (_, n) => 0.3 * width + n * STEP);
  const counts = places.map((x) => items.filter((item) => item.x < x && item.x + item.width > x).length);
  const worst = places.map((_, at) => Math.max(...counts.slice(at, at + GUTTER / STEP + 1)));
  const crossing = Math.min(...worst);
  const first = worst.indexOf(crossing);
  const after = worst.slice(first).findIndex((count) => count !== crossing);
  const last = after === -1 ? worst.length - 1 : first + after - 1;
  return { from: places[first] ?? 0, to: (places[last] ?? 0) + GUTTER, crossing };
}

/** Whether there are lines beside each other on both sides of a strip, and few over it. */
function hasColumns(segments: readonly Segment[], { from, to, crossing }: Gutter, width: number): boolean {
  const left = segments.filter(({ end }) => end <= (from + to) / 2);
  const right = segments.filter(({ x }) => x >= (from + to) / 2);
  const beside = left.filter(({ y }) => right.some((other) => Math.abs(other.y - y) < 200)).length;
  const isWide = (column: readonly Segment[]) =>
    column.filter(({ x, end }) => end - x > width / 6).length >= 3;
  const isFilled = left.length >= 4 && right.length >= 4 && beside >= 3 && isWide(left) && isWide(right);
  return isFilled && crossing <= (left.length + right.length) / 3;
}

type Band = { full: Segment[]; left: Segment[]; right: Segment[] };

/** Splits a page at lines that go over both columns. */
function bandsOf(segments: readonly Segment[], { middle, edge }: Parting): Band[] {
  const second = Math.max(middle, edge + 1);
  const bands: Band[] = [{ full: [], left: [], right: [] }];
  for (const segment of [...segments].sort((a, b) => b.y - a.y)) {
    const crosses = segment.x < middle && segment.end > second;
    let band = bands.at(-1);
    if (!band || (crosses && band.left.length + band.right.length > 0)) {
      band = { full: [], left: [], right: [] };
      bands.push(band);
    }
    if (crosses) band.full.push(segment);
    else (segment.x < middle ? band.left : band.right).push(segment);
  }
  return bands;
}

function linesOfColumn(segments: readonly Segment[], { height }: Page, flow: number): TextLine[] {
  const lines: TextLine[] = [];
  let last: Segment | undefined;
  for (const segment of [...segments].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const text = textOf(segment.items);
    const { x, end, y, size } = segment;
    const line = lines.at(-1);
    // A wide gap in one line, as before the number of a table.
    if (line && last && Math.abs(last.y - y) <= 0.35 * Math.min(last.size, size)) {
      line.cells = [...(line.cells ?? [line.text]), text];
      line.text += ` ${text}`;
      line.end = end;
    } else lines.push({ text, x, end, y, size, flow, depth: 1 - y / height });
    last = segment;
  }
  return lines;
}

const CLOSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。「」『』（）！？…―]/u;

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

const mended = (text: string) => text.replace(/\u00ad(?=.)/g, "").trim();
