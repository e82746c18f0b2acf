import { expect, test } from "vitest";
import { linesOfPage, type PageItem, partingOf } from "#server/files/pdf-lines.ts";

const PAGE = { width: 420, height: 600 };
const line = (text: string, x: number, y: number, width: number, size = 10): PageItem => ({
  text,
  x,
  y,
  width,
  size,
});
/** Lines of a column, each of two words that are far apart, as in justified text. */
const column = (name: string, x: number, count: number) =>
  Array.from({ length: count }, (_, n) => [
    line(`${name}${n}`, x, 500 - 14 * n, 80),
    line("word", x + 92, 500 - 14 * n, 78),
  ]).flat();
const textsOf = (items: PageItem[], usual = partingOf(items, PAGE)) =>
  linesOfPage(items, PAGE, usual).map(({ text }) => text);

test("[U2] a gutter of ten points parts columns, beside a heading in one of them and under a justified title", () => {
  const title = ["A", "long", "wide", "title"].map((word, n) => line(word, 30 + 95 * n, 560, 60, 20));
  const heading = line("A large heading", 30, 514, 170, 20);
  const besides = line("right before", 210, 514, 170);
  const items = [...title, heading, besides, ...column("left", 30, 6), ...column("right", 210, 6)];
  expect(textsOf(items)).toEqual([
    "A long wide title",
    "A large heading",
    ...Array.from({ length: 6 }, (_, n) => `left${n} word`),
    "right before",
    ...Array.from({ length: 6 }, (_, n) => `right${n} word`),
  ]);
});

test("[U2] a last page with two lines in each column is parted like the others", () => {
  const parting = partingOf([...column("left", 30, 9), ...column("right", 210, 9)], PAGE);
  const last = [...column("left", 30, 2), ...column("right", 210, 2)];
  expect(partingOf(last, PAGE)).toBeNull();
  expect(textsOf(last, parting)).toEqual(["left0 word", "left1 word", "right0 word", "right1 word"]);
});
