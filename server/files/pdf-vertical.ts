import { linesOfPage, type PageItem, type Parting, type TextLine } from "#server/files/pdf-lines.ts";

/** Words of a page as pdf.js gives them. `isTurned`: by a quarter, to the right. */
export type PlacedText = PageItem & {
  isTurned: boolean;
  /** Set in a font for vertical writing, from (`x`, `y`) down to so far below. */
  down?: number;
};

export type PlacedPage = { items: PlacedText[]; width: number; height: number };

/** How much of a letter is above its baseline. */
const ASCENT = 0.88;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const lettersIn = (items: readonly PlacedText[]) =>
  items.reduce((sum, { text }) => sum + (text.match(CJK)?.length ?? 0), 0);

/** One letter, or a short number set upright in a column: some programs place each separately. */
const isUpright = ({ text, width, size, down, isTurned }: PlacedText) =>
  down === undefined && !isTurned && text.length <= 4 && width <= 1.35 * size;

/** Whether `next` stands right below in the same column. */
function isBelow(item: PlacedText | undefined, next: PlacedText | undefined): boolean {
  if (!item || !next || !isUpright(next)) return false;
  const step = item.y - next.y;
  return Math.abs(middleOf(item) - middleOf(next)) < 0.2 * item.size && step > 0 && step < 2.2 * item.size;
}

/** Whether most letters of a page are written from the top down. */
function isVertical(items: readonly PlacedText[]): boolean {
  const columns = items.filter(
    (item, at) =>
      item.down !== undefined ||
      (isUpright(item) && (isBelow(item, items[at + 1]) || isBelow(items[at - 1], item))),
  );
  return lettersIn(columns) > lettersIn(items) / 2;
}

const middleOf = ({ x, width, down, isTurned, size }: PlacedText) =>
  down !== undefined ? x : isTurned ? x + 0.4 * size : x + width / 2;

/** A page of vertical writing turned left, so that its columns are lines, the first at the top. */
export type ReadablePage = {
  isVertical: boolean;
  width: number;
  height: number;
  items: PageItem[];
  /** Lines that go across above and below vertical writing, as page numbers do. */
  around: TextLine[];
};

export function readable(page: PlacedPage): ReadablePage {
  const { items, width, height } = page;
  // On other pages, turned text is a mark in the margin.
  if (!isVertical(items))
    return { ...page, isVertical: false, items: items.filter(({ isTurned }) => !isTurned), around: [] };
  const isAcross = (item: PlacedText) => item.down === undefined && !item.isTurned && !isUpright(item);
  const across = items.filter(isAcross);
  return {
    isVertical: true,
    width: height,
    height: width,
    items: items.filter((item) => !isAcross(item)).map((item) => turnedItem(item, height)),
    around: (across.length === 0 ? [] : linesOfPage(across, page, null)).map((line) => ({
      ...line,
      flow: 0,
      isApart: true,
    })),
  };
}

function turnedItem(item: PlacedText, height: number): PageItem {
  const { text, y, size, down, isTurned, width } = item;
  const top = down !== undefined || isTurned ? y : y + ASCENT * size;
  const length = down ?? (isTurned ? width : size);
  return { text: text.trim(), x: height - top, y: middleOf(item), width: length, size };
}

/** [U2] The lines of a page in the order in which they are read. `usual`: see linesOfPage. */
export function linesOf(page: ReadablePage, usual: Parting | null): TextLine[] {
  const isAbove = ({ depth }: TextLine) => depth < 0.5;
  return [
    ...page.around.filter(isAbove),
    ...linesOfPage(page.items, page, usual),
    ...page.around.filter((line) => !isAbove(line)),
  ];
}
