import { readFile } from "node:fs/promises";
import path from "node:path";
import { extractImages, getDocumentProxy } from "unpdf";
import { FILE_TEXT, type FileRemark, type FileText } from "#debate/content/file-remarks.ts";
import { FileRefused } from "#server/files/file-refused.ts";
import { MOST_PICTURES, pngOf } from "#server/files/found-pictures.ts";
import { withoutHeadersAndFooters } from "#server/files/pdf-headers-footers.ts";
import { partingOf, type TextLine } from "#server/files/pdf-lines.ts";
import { withNoteMarks } from "#server/files/pdf-notes.ts";
import { textOfLines } from "#server/files/pdf-paragraphs.ts";
import { checkStreams } from "#server/files/pdf-streams.ts";
import { linesOf, type PlacedPage, type PlacedText, readable } from "#server/files/pdf-vertical.ts";

const PAGES = 1_000;
/** A scan may have a stamp with fewer letters. */
const FEW_LETTERS = 30;

/** Character maps of CJK fonts that a PDF doesn't embed. The name comes from the file, so it is untrusted. */
class CMaps {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== "cMapUrl") throw new Error("nothing else is needed for words");
    return new Uint8Array(await readFile(path.resolve("server/files/cmaps", path.basename(filename))));
  }
}

/** [U2] Reads a PDF by the places of its words: columns one after the other, without headers and footers. */
export async function readPdf(bytes: Buffer): Promise<FileText> {
  checkStreams(bytes);
  const { pages, columns, vertical, pictures } = await pagesOf(bytes);
  const letters = pages.flat().reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
  const unknown = pages
    .flat()
    .reduce((sum, { text }) => sum + (text.match(/[\p{Co}\p{Cn}\ufffd]/gu)?.length ?? 0), 0);
  // Unmapped letters can't be read, either.
  if (letters < FEW_LETTERS || unknown > letters / 4) throw new FileRefused("scanned");
  const remarks: FileRemark[] = [];
  if (vertical > 0) remarks.push({ code: "vertical-read" });
  const blank = pages.flatMap((lines, index) => (lines.length === 0 ? [index + 1] : []));
  if (blank.length > 0)
    remarks.push({ code: "pages-without-text", count: blank.length, text: blank.slice(0, 20).join(", ") });
  const text = textOfLines(withoutHeadersAndFooters(pages, remarks), remarks);
  const isFollowed = remarks.some(({ code }) => code === "columns-followed");
  if (columns > 0 && vertical === 0 && !isFollowed) remarks.push({ code: "columns-read" });
  return { kind: "pdf", marked: true, text, remarks, ...(pictures.length > 0 && { pictures }) };
}

/** [D48] Longer documents are no newsletters. */
const PAGES_WITH_PICTURES = 20;

/** [D48] The pictures of the first pages, each once. One that can't be read is left out. */
async function picturesIn(pdf: Awaited<ReturnType<typeof getDocumentProxy>>): Promise<string[]> {
  const pictures = new Set<string>();
  for (let number = 1; number <= Math.min(pdf.numPages, PAGES_WITH_PICTURES); number += 1)
    for (const pixels of await extractImages(pdf, number).catch(() => [])) {
      const png = pictures.size < MOST_PICTURES ? pngOf(pixels) : null;
      if (png) pictures.add(Buffer.from(png).toString("base64"));
    }
  return [...pictures];
}

type Read = { pages: TextLine[][]; columns: number; vertical: number; pictures: string[] };

async function pagesOf(bytes: Buffer): Promise<Read> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    BinaryDataFactory: CMaps,
    cMapUrl: "cmaps/",
    cMapPacked: true,
    useWorkerFetch: false,
    verbosity: 0,
    stopAtErrors: false,
  }).catch((error: unknown) => {
    throw new FileRefused(
      error instanceof Error && error.name === "PasswordException" ? "encrypted" : "corrupt",
    );
  });
  const pages: PlacedPage[] = [];
  let length = 0;
  if (pdf.numPages > PAGES) throw new FileRefused("too-hard");
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    page.cleanup();
    const found = items.flatMap((item) => ("str" in item ? toItem(item) : []));
    length += found.reduce((sum, { text }) => sum + text.length, 0);
    if (length > FILE_TEXT) throw new FileRefused("too-hard");
    pages.push({ items: withNoteMarks(found), width, height });
  }
  const ways = pages.map(readable).map((page) => ({ page, parting: partingOf(page.items, page) }));
  const usual = (vertical: boolean) =>
    ways.find(({ page, parting }) => parting && page.isVertical === vertical)?.parting ?? null;
  return {
    pages: ways.map(({ page }) => linesOf(page, usual(page.isVertical))),
    columns: ways.filter(({ parting }) => parting).length,
    vertical: ways.filter(({ page }) => page.isVertical).length,
    pictures: await picturesIn(pdf),
  };
}

type Item = { str: string; dir: string; transform: number[]; width: number; height: number };

/** Skips empty and slanted text. */
function toItem({ str, dir, transform, width, height }: Item): PlacedText[] {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform;
  const isTurned = b < 0 && Math.abs(a) < Math.abs(b) / 4;
  if (str.trim() === "" || (!isTurned && Math.abs(b) > Math.abs(a) / 4)) return [];
  const size = Math.abs(isTurned ? c : d) || height || 1;
  const isDown = dir === "ttb";
  return [
    {
      ...{ text: plainLetters(str), x, y, width, size, isTurned, isRightToLeft: dir === "rtl" },
      ...(isDown && { down: height }),
    },
  ];
}

/** Ligatures and vertical forms, each before what it stands for. */
const SHAPES = new Map<string, string>(
  [
    "ﬀ=ff ﬁ=fi ﬂ=fl ﬃ=ffi ﬄ=ffl ﬅ=st ﬆ=st",
    "︐=， ︑=、 ︒=。 ︓=： ︔=； ︕=！ ︖=？ ︗=〖 ︘=〗 ︙=… ︰=‥ ︱=― ︲=– ︳=＿ ︴=＿ ︵=（ ︶=） ︷=｛ ︸=｝ ︹=〔 ︺=〕",
    "︻=【 ︼=】 ︽=《 ︾=》 ︿=〈 ﹀=〉 ﹁=「 ﹂=」 ﹃=『 ﹄=』 ﹇=［ ﹈=］",
    // Unicode doesn't normalize these.
    "⺟=母 ⺠=民 ⻁=虎 ⻄=西 ⻆=角 ⻑=長 ⻘=青 ⻝=食 ⻤=鬼 ⻨=麦 ⻩=黄 ⻫=斉 ⻭=歯 ⻯=竜 ⻲=亀",
  ]
    .join(" ")
    .split(" ")
    .map((pair) => [pair.slice(0, 1), pair.slice(2)]),
);
/** Browsers print 日 as the radical ⽇, which looks the same. */
const RADICALS = /[\u2f00-\u2fd5]/g;
const OTHERS = /[\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe48\u2e80-\u2ef3]/g;

/** [U2] The letters that people read. */
export const plainLetters = (text: string): string =>
  text
    .replace(RADICALS, (radical) => radical.normalize("NFKC"))
    .replace(OTHERS, (shape) => SHAPES.get(shape) ?? shape);
