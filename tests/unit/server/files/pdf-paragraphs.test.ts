import { expect, test } from "vitest";
import { withoutHeadersAndFooters } from "#server/files/pdf-headers-footers.ts";
import { linesOfPage, type PageItem, partingOf } from "#server/files/pdf-lines.ts";
import { textOfLines } from "#server/files/pdf-paragraphs.ts";

const A4 = { width: 595, height: 842 };
/** Justified lines below each other, from `x` to `end`, as a browser prints them; every second is indented by `indent`, from the first on. */
const column = (texts: readonly string[], x: number, end: number, indent = 0): PageItem[] =>
  texts.map((text, n) => {
    const at = n % 2 === 0 ? x + indent : x;
    return { text, x: at, y: 269.1 - 13.5 * n, width: end - at, size: 10 };
  });
const pageNumber = (text: string, x: number): PageItem => ({ text, x, y: 16.4, width: 14.3, size: 6 });

function paragraphsOf(items: readonly PageItem[]): string[] {
  const lines = linesOfPage(items, A4, partingOf(items, A4));
  return textOfLines(withoutHeadersAndFooters([lines], []), []).split("\n\n");
}

test("[U2] a page number between two columns widens neither: a sentence that ends with its line ends no paragraph", () => {
  const left = [
    "This is how the Harbor Charter of 1888",
    "opens, and the town has never repealed it.",
    "A floating hotel of 4,300 beds meets none of",
    "the three conditions and runs until morning",
  ];
  const right = [
    "on coffee and a magnet. The town pays 9.80",
    "crowns for each of them in water, waste",
    "and wardens. What is left would not repaint",
    "the quay, as the unit has counted for years.",
  ];
  const items = [...column(left, 62.2, 287.2), ...column(right, 309.8, 534.7), pageNumber("1 / 2", 290.9)];
  expect(paragraphsOf(items)).toEqual([[...left, ...right].join(" ")]);
});

test("[U2] a page number in the margin beside the text hides no paragraph that begins with an indent", () => {
  const texts = [
    "The herring left the old harbor of Marrowby two hundred years after the first boats had come",
    "to it, and the ice house at the stone quay closed in the same winter as the school of the town.",
    "Shopkeepers on Rope Street say that the ships pay for the winter, and that the shops would be",
    "closed without them; families behind the quay say that they can no longer sleep there or park.",
  ];
  const items = [...column(texts, 62.2, 534.7, 15), pageNumber("12", 30)];
  expect(paragraphsOf(items)).toEqual([texts.slice(0, 2).join(" "), texts.slice(2).join(" ")]);
});
